using System.Text.Json;
using TypedExplain.Neighborhoods.Density;

namespace TypedExplain.Tests.Golden;

[Trait("Category", "Golden")]
public class MelimeKdeGolden
{
    [GoldenTheory("melime_kde")]
    [MemberData(nameof(GoldenFiles.Cases), "melime_kde", "cases", MemberType = typeof(GoldenFiles))]
    public void Bandwidth(string file, int index)
    {
        (JsonElement root, JsonElement golden) = GoldenFiles.Load("melime_kde", file, "cases", index);
        KernelDensity density = Density(golden);
        JsonElement expected = golden.GetProperty("expected");
        root.Tolerance().Check(expected.Vector("bandwidth_grid"), BandwidthSearch.Grid.ToArray(), "bandwidth");
        root.Tolerance().Check(expected.Vector("cv_log_likelihood"), BandwidthSearch.LogLikelihoods(density), "log-likelihood");
        root.Tolerance().Check(expected.Number("best_bandwidth"), BandwidthSearch.Choose(density), "best bandwidth");
    }

    [GoldenTheory("melime_kde")]
    [MemberData(nameof(GoldenFiles.Cases), "melime_kde", "cases", MemberType = typeof(GoldenFiles))]
    public void Centers(string file, int index)
    {
        (JsonElement root, JsonElement golden) = GoldenFiles.Load("melime_kde", file, "cases", index);
        KernelDensity density = Density(golden);
        double[] squares = new double[density.Count];
        density.SquaredDistances(golden.Vector("x"), squares);
        double automatic = PickRadius.Automatic(squares, 10);

        JsonElement expected = golden.GetProperty("expected");
        Assert.Equal(expected.Integers("centres_within_r"), Within(squares, golden.Number("r")));
        new Tolerance(root.GetProperty("tolerance").Number("auto_radius_abs")).Check(expected.Number("auto_radius"), automatic, "automatic radius");
        Assert.Equal(expected.Integers("centres_auto"), Within(squares, automatic));
    }

    [GoldenTheory("melime_kde")]
    [MemberData(nameof(GoldenFiles.Cases), "melime_kde", "cases", MemberType = typeof(GoldenFiles))]
    public void Densities(string file, int index)
    {
        (JsonElement root, JsonElement golden) = GoldenFiles.Load("melime_kde", file, "cases", index);
        KernelDensity density = Density(golden);
        double[] densities = [.. golden.Matrix("query").Select(at => Math.Exp(density.Log(at, 0.3)))];
        root.Tolerance().Check(golden.GetProperty("expected").Vector("density_bandwidth_0_3"), densities, "density");
    }

    [GoldenTheory("melime_kde")]
    [MemberData(nameof(GoldenFiles.Cases), "melime_kde", "cases", MemberType = typeof(GoldenFiles))]
    public void Weights(string file, int index)
    {
        (JsonElement root, JsonElement golden) = GoldenFiles.Load("melime_kde", file, "cases", index);
        double[] x = golden.Vector("x"), expected = golden.GetProperty("expected").Vector("gaussian_weights");
        double[] squares = [.. golden.Matrix("weight_points").Select(point => point.Zip(x, (a, b) => (a - b) * (a - b)).Sum())];
        double[] density = [.. squares], normalized = [.. squares];
        NormalKernel kernel = new() { Radius = golden.Number("r") };

        (kernel with { Normalized = false }).Weigh(density, x.Length);
        kernel.Weigh(normalized, x.Length);

        root.Tolerance().Check(expected, density, "density");
        double center = Math.Pow(Math.PI * kernel.Radius * kernel.Radius, -x.Length / 2.0);
        root.Tolerance().Check([.. expected.Select(weight => weight / center)], normalized, "weight");
    }

    private static KernelDensity Density(JsonElement golden)
    {
        double[][] points = golden.Matrix("X");
        return new([.. points.SelectMany(point => point)], points.Length);
    }

    private static int[] Within(double[] squares, double radius)
    {
        int[] points = new int[squares.Length];
        return points[..PickRadius.Within(squares, radius, points)];
    }
}
