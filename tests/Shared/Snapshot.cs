using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace TypedExplain.Tests.Support;

/// <summary>
/// Compares text with a file beside the test, named as Verify names it. After a change that is meant, run the tests
/// with SNAPSHOT_ACCEPT=1 and review the difference.
/// </summary>
internal static class Snapshot
{
    public static void Matches(string text, string extension = "cs", [CallerFilePath] string file = "", [CallerMemberName] string member = "")
    {
        string stem = Path.Combine(Path.GetDirectoryName(file)!, $"{Path.GetFileNameWithoutExtension(file)}.{member}");
        string verified = $"{stem}.verified.{extension}", received = $"{stem}.received.{extension}";
        string actual = Normalize(text), expected = File.Exists(verified) ? Normalize(File.ReadAllText(verified)) : "";
        File.Delete(received);
        if (actual == expected)
            return;

        bool accept = Environment.GetEnvironmentVariable("SNAPSHOT_ACCEPT") == "1";
        File.WriteAllText(accept ? verified : received, actual);
        if (accept)
            return;

        (string Expected, string Actual)[] lines = [.. (expected + "\n<end>").Split('\n').Zip((actual + "\n<end>").Split('\n'))];
        int line = Array.FindIndex(lines, pair => pair.Expected != pair.Actual);
        Assert.Fail($"{Path.GetFileName(verified)}, line {line + 1}\nexpected: {lines[line].Expected}\n  actual: {lines[line].Actual}");
    }

    /// <summary>The version of the generator is no part of what a snapshot states.</summary>
    private static string Normalize(string text) =>
        Regex.Replace(text.ReplaceLineEndings("\n"), """(GeneratedCode\("[^"]+", )"[^"]+"\)""", "$1\"VERSION\")");
}
