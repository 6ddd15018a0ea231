using System.Text;
using Indicators.Cli;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
return await CommandLine.Run(
    args,
    Screen.Of(Console.Out, Console.IsOutputRedirected),
    Screen.Of(Console.Error, Console.IsErrorRedirected),
    new StreamReader(Console.OpenStandardInput()));
