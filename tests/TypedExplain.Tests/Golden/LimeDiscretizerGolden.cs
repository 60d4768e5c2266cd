using System.Globalization;
using System.Text.Json;
using TypedExplain.Data;

namespace TypedExplain.Tests.Golden;

[Trait("Category", "Golden")]
public class LimeDiscretizerGolden
{
    public static TheoryData<string, Discretization> Files()
    {
        TheoryData<string, Discretization> cases = [];
        foreach ((string file, JsonElement root) in GoldenFiles.Roots("lime_discretizer"))
        {
            foreach (JsonProperty discretizer in root.GetProperty("discretizers").EnumerateObject())
                cases.Add(file, Enum.Parse<Discretization>(discretizer.Name, ignoreCase: true));
        }

        return cases;
    }

    [GoldenTheory("lime_discretizer")]
    [MemberData(nameof(Files))]
    public void Bins(string file, Discretization discretization)
    {
        JsonElement root = GoldenFiles.Roots("lime_discretizer").Single(candidate => candidate.File == file).Root;
        JsonElement expected = root.GetProperty("discretizers").GetProperty(discretization.ToString().ToLowerInvariant());
        double[][] x = root.Matrix("X"), probe = root.Matrix("probe");
        int[] labels = root.Integers("labels");
        string[] names = Strings(root.GetProperty("feature_names"));
        Tolerance tolerance = root.Tolerance();
        Tolerance ofCuts = discretization == Discretization.Entropy ? new(root.GetProperty("tolerance").Number("entropy_cut_points_abs")) : tolerance;
        for (int j = 0; j < names.Length; j++)
        {
            NumberBins bins = NumberBins.Of([.. x.Select(row => row[j])], labels, discretization);
            ofCuts.Check(expected.Matrix("cut_points")[j], bins.Cuts, $"cut of {names[j]}");
            ofCuts.Check(expected.Matrix("bin_min")[j], bins.Minima, $"start of {names[j]}");
            ofCuts.Check(expected.Matrix("bin_max")[j], bins.Maxima, $"end of {names[j]}");
            tolerance.Check(expected.Matrix("bin_mean")[j], bins.Means, $"mean of {names[j]}");
            tolerance.Check(expected.Matrix("bin_std")[j], bins.Deviations, $"deviation of {names[j]}");
            Assert.Equal(Strings(expected.GetProperty("labels")[j]), Enumerable.Range(0, bins.Means.Length).Select(bin => bins.Label(names[j], bin, cut => bins.Text(cut, CultureInfo.InvariantCulture))));
            for (int row = 0; row < probe.Length; row++)
                Assert.Equal(expected.Matrix("probe_bins")[row][j], bins.Of(probe[row][j]));

            JsonElement frequencies = expected.GetProperty("bin_frequencies")[j];
            int[] occurring = frequencies.Integers("values");
            tolerance.Check(frequencies.Vector("frequencies"), [.. occurring.Select(bin => bins.Frequencies[bin])], $"frequency of {names[j]}");
            Assert.Equal(1, occurring.Sum(bin => bins.Frequencies[bin]), 1e-12);
        }
    }

    private static string[] Strings(JsonElement list) => [.. list.EnumerateArray().Select(item => item.GetString()!)];
}
