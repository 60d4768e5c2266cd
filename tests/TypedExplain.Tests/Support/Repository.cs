namespace TypedExplain.Tests.Support;

/// <summary>Where the repository is, seen from a running test.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    private static string Find()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "TypedExplain.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException("The tests must run from inside the repository.");
    }
}
