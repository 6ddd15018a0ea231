using Indicators;

Console.Error.WriteLine($"{Messages.NRulesAbsent.Text}\n{Messages.NRulesAbsent.Remedy}");
return 2;
