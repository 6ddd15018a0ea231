using System.Reflection;

namespace Indicators;

/// <summary>Which engine this is.</summary>
public static class EngineVersion
{
    /// <summary>Such as <c>0.1.0</c>, without the commit that the build may add.</summary>
    public static string Text { get; } =
        typeof(EngineVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
