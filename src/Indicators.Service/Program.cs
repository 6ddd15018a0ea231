using Indicators;
using Indicators.Archive;
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

WebApplication? built;
string? refused;
try
{
    built = ServiceHost.Build(args, ruleSets, settings, out refused);
}
catch (ArchiveException e)
{
    // A connection string may hold a password.
    Console.Error.WriteLine($"--Archive: 打不开 / cannot be opened: {e.Problem}: {e.Detail}");
    return 1;
}

if (built is not { } app)
{
    Console.Error.WriteLine($"{refused}: 别的机器能访问的地址必须用 TLS / an address that other machines can reach must have TLS");
    Console.Error.WriteLine("    用 https:// 并配置证书，或加 --AllowPlaintext true / give https:// and a certificate, or --AllowPlaintext true");
    return 1;
}

await app.RunAsync();
return 0;
