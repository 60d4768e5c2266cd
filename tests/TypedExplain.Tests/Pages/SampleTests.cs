using TypedExplain.Tests.Support;

namespace TypedExplain.Tests.Pages;

/// <summary>The samples run, and print what the README says of them.</summary>
public class SampleTests
{
    [Fact]
    public void CompareSetsEveryMethodSideBySide()
    {
        string[] lines = Run("Compare").ReplaceLineEndings("\n").Split('\n');
        int heading = Array.FindIndex(lines, line => line.Contains("LIME") && line.Contains("MAPLE"));
        Assert.Equal(["LIME", "S-LIME", "LINEX", "MAPLE", "MeLIME", "KernelSHAP", "TreeSHAP"], lines[heading].Split(' ', StringSplitOptions.RemoveEmptyEntries));
        for (int feature = 1; feature <= 6; feature++)
            Assert.Equal(lines[heading].Length, lines[heading + feature].Length);
        Assert.Contains(lines, line => line.StartsWith("queries ", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.Contains("NaN"));
    }

    [Fact]
    public void ANeighborhoodOfOnesOwnTakesFewLines()
    {
        Assert.Contains("LINEX's surrogate says", Run("CustomNeighborhood"));
        Assert.InRange(File.ReadAllLines(Path.Combine(Repository.Root, "samples", "CustomNeighborhood", "Swaps.cs")).Length, 10, 30);
    }

    [Fact]
    public void AnExplainerOfOnesOwnTakesFewLines()
    {
        string output = Run("CustomExplainer");
        Assert.Contains("slope's surrogate says 507.533", output);
        Assert.Contains("A square meter more: 1.26 to 2.83 thousand", output);
        Assert.InRange(File.ReadAllLines(Path.Combine(Repository.Root, "samples", "CustomExplainer", "Differences.cs")).Length, 10, 45);
    }

    [Fact]
    public void ThePapersAreReproducedByOneCommandThatGoesOnWhereItWas()
    {
        string keep = Directory.CreateTempSubdirectory("papers").FullName;
        try
        {
            string[] command = ["--quick", "linex", "iris", "--trials", "1", "--keep", keep];
            string page = Run("Papers", command);
            foreach (string method in (string[])["LIME", "S-LIME", "LINEX/rand", "MeLIME", "LINEX/real", "MAPLE", "LINEX/mpl", "SHAP", "trivial", "random"])
                Assert.Contains($"**{method}**", page);
            Assert.Contains("| not tested", page);
            Assert.DoesNotContain("| came out", page);
            Assert.DoesNotContain("NaN", page);
            Assert.Equal(page, Run("Papers", [.. command, "--kept"]));
        }
        finally
        {
            Directory.Delete(keep, recursive: true);
        }
    }

    private static string Run(string sample, params string[] arguments) =>
        Consumer.Run("dotnet", [Path.Combine(Repository.Root, "samples", sample, "bin", Consumer.Configuration, "net10.0", sample + ".dll"), .. arguments]);
}
