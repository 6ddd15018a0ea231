namespace Indicators.Cli;

/// <summary>The command was called wrongly in a way that shows only while it runs; the message is for the user.</summary>
internal sealed class UsageException(string message) : Exception(message);
