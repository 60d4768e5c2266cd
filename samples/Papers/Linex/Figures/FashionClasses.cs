using System.Collections.Concurrent;
using System.Globalization;

namespace Papers;

/// <summary>Figures 20 and 21: the mean attributions of each class of clothing beside its mean image, and the images that are explained worst.</summary>
public static class FashionClasses
{
    private const int PerClass = 3, Worst = 5, Pixels = 784, Digits = 3;

    /// <summary>The kernel width, in units of √d.</summary>
    private const double Width = 0.5;

    /// <summary>The column by whose infidelity the images of Figure 21 are chosen.</summary>
    private const int Chooser = 4;

    private static readonly Lazy<FashionImages> s_images = new(() => new());
    private static readonly ConcurrentDictionary<int, Lazy<FashionBench>> s_benches = [];

    private static IReadOnlyList<(string Group, string Method, Convention Convention)> Columns =>
    [
        .. from method in (string[])["MeLIME", "LINEX/real", "LINEX*/real"] select ("TypedExplain's defaults", method, Convention.Default),
        .. from method in (string[])["MeLIME", "LINEX/real"] select ("what may explain their rows", method, FashionStudy.Nearest(method)),
    ];

    /// <summary>One cell per column; none without the data.</summary>
    public static IEnumerable<Cell> Cells(StudyOptions options) => options.Quick || DataFolder.Absent(FashionImages.Files) is not null
        ? []
        : Columns.Select(column => new Cell(Key(options, column.Method, column.Convention), 80, cancellation => Explain(options.Seed, column.Method, column.Convention, cancellation)));

    /// <summary>The two figures, or null where a cell is absent.</summary>
    public static (string Means, string Worst)? ToSvg(StudyOptions options, Numbers numbers)
    {
        if (DataFolder.Absent(FashionImages.Files) is not null || Columns.Any(column => numbers[Key(options, column.Method, column.Convention)] is null))
            return null;
        double[][] cells = [.. Columns.Select(column => numbers[Key(options, column.Method, column.Convention)]!)];
        float[][] images = [.. Chosen().Select(image => FashionImages.Numbers(s_images.Value.Test, image))];
        float[][] means = [.. images.Chunk(PerClass).Select(own => Mean(own).Select(pixel => (float)pixel).ToArray())];
        int[] worst = [.. Enumerable.Range(0, images.Length).OrderByDescending(image => cells[Chooser][image]).Take(Worst)];
        return (
            EffectPicture.ToSvg(
                "Figure 20: the mean image of each class, and the mean effects of its pixels with their correlation r",
                means,
                [.. Columns.Select((column, at) => Column(column, [.. Enumerable.Range(0, images.Length).Select(image => Effects(cells[at], image)).Chunk(PerClass).Select(own => Mean(own))], means, _ => ""))]),
            EffectPicture.ToSvg(
                "Figure 21: the images that LINEX/real (right) explains worst, with r and infidelity",
                [.. worst.Select(image => images[image])],
                [.. Columns.Select((column, at) => Column(column, [.. worst.Select(image => Effects(cells[at], image))], [.. worst.Select(image => images[image])], row => string.Create(CultureInfo.InvariantCulture, $", off by {cells[at][worst[row]]:0.00}")))]));
    }

    private static EffectColumn Column((string Group, string Method, Convention Convention) column, double[][] effects, float[][] images, Func<int, string> besides) =>
        new(column.Group, column.Method, [.. effects.SelectMany(own => own)])
        {
            Captions = [.. effects.Select((own, row) => Told(Correlation(own, images[row])) + besides(row))],
        };

    /// <summary>r to two digits; where all effects are the same it is not defined.</summary>
    private static string Told(double correlation) => double.IsNaN(correlation) ? "no effects, no r"
        : string.Create(CultureInfo.InvariantCulture, $"r {Math.Round(correlation, 2) + 0.0:0.00}").Replace('-', '−');

    /// <summary>The first test images of every class, class after class.</summary>
    private static int[] Chosen() => [.. Enumerable.Range(0, s_images.Value.Test.Count).GroupBy(image => s_images.Value.TestLabels[image]).OrderBy(own => own.Key).SelectMany(own => own.Take(PerClass))];

    /// <summary>How far the explanation of each image is off at it, then the effects of all pixels of one image after the other, to three digits.</summary>
    private static double[] Explain(int seed, string method, Convention convention, CancellationToken cancellation)
    {
        FashionBench bench = s_benches.GetOrAdd(seed, own => new(() => new FashionBench(s_images.Value, own, environments: 2, samples: null, Chosen(), quick: false))).Value;
        IReadOnlyList<Explanation<Garment>> explanations = bench.Explain(bench.Methods(convention).Single(own => own.Name == method).OfWidth(Width), cancellation);
        ExplainedRows<Garment> rows = new(bench.Asked, explanations, bench.Neighbors);
        return [.. new Infidelity<Garment>().Evaluate(rows, cancellation).Values, .. explanations.SelectMany(explanation => explanation.Attribution.Picture.PerPixel()).Select(Rounded)];
    }

    private static double[] Effects(double[] cell, int image) => cell.AsSpan(cell.Length / (Pixels + 1) + (image * Pixels), Pixels).ToArray();

    private static double[] Mean(float[][] rows) => Mean([.. rows.Select(row => Array.ConvertAll(row, pixel => (double)pixel))]);

    private static double[] Mean(double[][] rows) => [.. Enumerable.Range(0, Pixels).Select(pixel => rows.Average(row => row[pixel]))];

    private static double Correlation(double[] effects, float[] image)
    {
        double one = effects.Average(), other = image.Average();
        double together = effects.Zip(image, (effect, pixel) => (effect - one) * (pixel - other)).Sum();
        return together / Math.Sqrt(effects.Sum(effect => (effect - one) * (effect - one)) * image.Sum(pixel => (pixel - other) * (pixel - other)));
    }

    private static double Rounded(double effect) => double.Parse(effect.ToString($"G{Digits}", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    private static string Key(StudyOptions options, string method, Convention convention) => string.Create(CultureInfo.InvariantCulture, $"classes {PerClass} seed {options.Seed} {method}: {convention.Describe()}");
}
