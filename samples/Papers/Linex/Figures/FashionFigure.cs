using System.Collections.Concurrent;
using System.Globalization;

namespace Papers;

/// <summary>A few pieces of clothing with what each method says of them, under TypedExplain's defaults and under what may explain the published rows.</summary>
public static class FashionFigure
{
    /// <summary>How many images there are, each of another class.</summary>
    private const int Count = 6;

    /// <summary>The kernel width, in units of √d.</summary>
    private const double Width = 0.5;

    private const int Digits = 3;

    private static readonly string[] s_methods = ["LIME", "S-LIME", "LINEX/rand", "MeLIME", "LINEX/real"];
    private static readonly Lazy<FashionImages> s_images = new(() => new());
    private static readonly ConcurrentDictionary<int, Lazy<FashionBench>> s_benches = [];

    /// <summary>The columns: what stands above them and who explains.</summary>
    private static IReadOnlyList<(string Group, string Method, Convention Convention)> Columns =>
    [
        .. from method in s_methods select ("TypedExplain's defaults", method, Convention.Default),
        .. from method in (string[])["MeLIME", "LINEX/real"] select ("what may explain their rows", method, FashionStudy.Nearest(method)),
    ];

    /// <summary>One cell per column; none without the data.</summary>
    public static IEnumerable<Cell> Cells(StudyOptions options) => options.Quick || DataFolder.Absent(FashionImages.Files) is not null
        ? []
        : Columns.Select(column => new Cell(Key(options, column.Method, column.Convention), 15, cancellation => Effects(options.Seed, column.Method, column.Convention, cancellation)));

    /// <summary>The picture, or null where a cell is absent.</summary>
    public static string? ToSvg(StudyOptions options, Numbers numbers)
    {
        if (DataFolder.Absent(FashionImages.Files) is not null || Columns.Any(column => numbers[Key(options, column.Method, column.Convention)] is null))
            return null;
        IReadOnlyList<EffectColumn> columns = [.. Columns.Select(column => new EffectColumn(column.Group, column.Method, numbers[Key(options, column.Method, column.Convention)]!))];
        return EffectPicture.ToSvg("What speaks for the class that the network names (orange), and what against it (blue)", [.. Chosen().Select(image => FashionImages.Numbers(s_images.Value.Test, image))], columns);
    }

    /// <summary>The first test images of as many classes.</summary>
    private static int[] Chosen() => [.. Enumerable.Range(0, s_images.Value.Test.Count).DistinctBy(image => s_images.Value.TestLabels[image]).Take(Count)];

    /// <summary>The effects of all pixels of one image after the other, to three digits.</summary>
    private static double[] Effects(int seed, string method, Convention convention, CancellationToken cancellation)
    {
        FashionBench bench = s_benches.GetOrAdd(seed, own => new(() => new FashionBench(s_images.Value, own, environments: 2, samples: null, Chosen(), quick: false))).Value;
        IReadOnlyList<Explanation<Garment>> explanations = bench.Explain(bench.Methods(convention).Single(own => own.Name == method).OfWidth(Width), cancellation);
        return [.. explanations.SelectMany(explanation => explanation.Attribution.Picture.PerPixel()).Select(Rounded)];
    }

    private static double Rounded(double effect) => double.Parse(effect.ToString($"G{Digits}", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    private static string Key(StudyOptions options, string method, Convention convention) => string.Create(CultureInfo.InvariantCulture, $"clothes {Count}{(method is "MeLIME" or "LINEX/real" ? "" : " grid 9×8")} seed {options.Seed} {method}: {convention.Describe()}");
}
