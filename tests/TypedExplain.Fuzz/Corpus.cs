using TypedExplain.Tests.Support;

namespace TypedExplain.Fuzz;

/// <summary>Inputs that once went wrong, kept: a folder per reader.</summary>
internal static class Corpus
{
    public static byte[][] Of(string reader)
    {
        string folder = Path.Combine(Repository.Root, "tests", "TypedExplain.Fuzz", "Corpus", reader);
        return Directory.Exists(folder) ? [.. Directory.GetFiles(folder).Order(StringComparer.Ordinal).Select(File.ReadAllBytes)] : [];
    }
}
