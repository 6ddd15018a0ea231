namespace Indicators.Tests;

/// <summary>The files of the clone that the tests run from.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    public static string Path(params string[] parts) => System.IO.Path.Combine([Root, .. parts]);

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(System.IO.Path.Combine(folder.FullName, "Indicators.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("Run the tests from a clone of the repository.");
        }

        return folder.FullName;
    }
}
