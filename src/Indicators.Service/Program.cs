using Indicators;
using Indicators.Service;

var settings = ServiceHost.Settings(args);
if (RuleSets.Load(settings, out var problems) is not { } ruleSets)
{
    foreach (var problem in problems)
    {
        Console.Error.WriteLine($"{problem.Place}: {problem.Code}: {problem.Text(Language.Chinese)} / {problem.Text(Language.English)}");
        Console.Error.WriteLine($"    {problem.Remedy(Language.Chinese)} / {problem.Remedy(Language.English)}");
    }

    return 1;
}

await ServiceHost.Build(args, ruleSets, settings).RunAsync();
return 0;
