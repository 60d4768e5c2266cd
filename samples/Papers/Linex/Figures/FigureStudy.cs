using System.Globalization;

namespace Papers;

/// <summary>
/// Figure 1 of the LINEX paper, how inconsistent explanations of iris flowers are, flower by flower; its Figures 20 and 21; and examples
/// like its Figures 2 and 19.
/// </summary>
public sealed class FigureStudy : IStudy
{
    private const double Width = 0.25;

    /// <summary>Of how many splits the forests are that the finding is tested over; the first is drawn.</summary>
    private const int Forests = 3;

    private static readonly string[] s_methods = ["LIME", "S-LIME", "LINEX/rand", "LINEX/real"];

    /// <inheritdoc/>
    public string Name => "linex-figures";

    /// <inheritdoc/>
    public int Version => 2;

    /// <inheritdoc/>
    public IReadOnlyList<string> Sources => ["Linex/Data", "Linex/Tables", "Linex/Figures"];

    /// <inheritdoc/>
    public IReadOnlyList<string> Needs => [];

    /// <inheritdoc/>
    public bool HasPictures => true;

    /// <inheritdoc/>
    public IReadOnlyList<Cell> Cells(StudyOptions options) =>
    [
        .. from convention in Conventions
           from seed in Enumerable.Range(options.Seed, Forests)
           from method in s_methods
           where seed == options.Seed || method is "LIME" or "LINEX/rand"
           select new Cell(Key(seed, convention, method), 5, cancellation => Inconsistency(seed, convention, method, cancellation)),
        .. ReviewFigure.Cells(options),
        .. FashionFigure.Cells(options),
        .. FashionClasses.Cells(options),
    ];

    private static IReadOnlyList<Convention> Conventions => [Convention.Default, Convention.Likely];

    /// <inheritdoc/>
    public Page Draw(StudyOptions options, Numbers numbers)
    {
        string markdown =
            $"""
            Figure 1 maps how much the explanations of neighboring iris flowers differ. Here every one of the 150 flowers is explained (10 samples,
            k = 2, kernel width 0.25 √d, the forest of split 0), and its color is the mean difference between its effects and those of its 3 nearest
            flowers (CI). The finding is tested over the forests of {Forests} splits. Figures 2 and 19 show examples; those below are of other images and reviews. Figures 4 to 18 are
            [ablations](linex-ablations.md), and Figure 3 is their legend. Figure 20 has the mean attributions of each class beside its mean image, and Figure 21 the images that
            are explained worst.

            """;
        List<Picture> pictures = [];
        List<Finding> findings = [];
        foreach (Convention convention in Conventions)
        {
            (string Method, double[] Values)[] panels = [.. s_methods.Select(method => (method, numbers[Key(options.Seed, convention, method)]!)).Where(panel => panel.Item2 is not null)];
            if (panels.Length < s_methods.Length)
            {
                markdown += $"\n**The map under {convention.Words} is not computed.**\n";
                continue;
            }

            string file = $"linex-figure-1-{convention.Key}.svg";
            pictures.Add(new(file, InconsistencyMap.ToSvg($"Inconsistency of explanations, {convention.Words}", IrisBench.AllFlowers().Rows, panels)));
            string means = string.Join(", ", panels.Select(panel => string.Create(CultureInfo.InvariantCulture, $"{panel.Method} {panel.Values.Average():0.0000}")));
            markdown += $"\n## Under {convention.Words}\n\n{convention.Describe()}. Mean CI: {means}.\n\n![map]({file})\n";
            findings.Add(Finding.Of($"{convention.Key}: CI on the map", "LINEX/rand", "LIME", new(0, 1, true), new(Over("LINEX/rand"), Over("LIME"), $"flowers of {Forests} forests", Forests)) with
            {
                Claim = $"{convention.Key}: on the map, CI of LINEX/rand below LIME's",
            });

            double[] Over(string method) => [.. Enumerable.Range(options.Seed, Forests).SelectMany(seed => numbers[Key(seed, convention, method)] ?? [.. Enumerable.Repeat(double.NaN, IrisBench.AllFlowers().Count)])];
        }

        markdown += Clothes(options, numbers, pictures) + Classes(options, numbers, pictures) + Reviews(options, numbers);
        return new($"{Name}.md", "LINEX: Figures 1, 20 and 21, and examples like Figures 2 and 19", markdown, pictures, findings);
    }

    private static string Clothes(StudyOptions options, Numbers numbers, List<Picture> pictures)
    {
        const string file = "linex-figure-2.svg";
        if (FashionFigure.ToSvg(options, numbers) is not { } svg)
            return "\n**The examples of clothes are not computed** (a quick run leaves them out).\n";
        pictures.Add(new(file, svg));
        return $"""

            ## Clothes

            The first test images of six classes of Fashion-MNIST, explained as for [its table](linex-fmnist.md) (kernel width 0.5 √d): the probability of the
            class that the network names. LIME, S-LIME and LINEX/rand make rectangles black and keep five; MeLIME and LINEX/real have an effect for every
            pixel. Left under TypedExplain's defaults, right the last two under what may explain their published rows: no intercept, MeLIME with its own weights,
            LINEX/real with a ridge of 100. There the effects echo the image, which is what a fit without a constant does when it is held back: a
            class that is certain all around says nothing of pixels, and yet w·x must make up its probability. An empty field is an image around which
            the network's answer hardly changes, so that its effects are small beside those of the others.

            ![Six pieces of clothing, explained]({file})

            """;
    }

    private static string Classes(StudyOptions options, Numbers numbers, List<Picture> pictures)
    {
        const string means = "linex-figure-20.svg", worst = "linex-figure-21.svg";
        if (FashionClasses.ToSvg(options, numbers) is not { } figures)
            return "\n**Figures 20 and 21 are not computed** (a quick run leaves them out).\n";
        pictures.Add(new(means, figures.Means));
        pictures.Add(new(worst, figures.Worst));
        return $"""

            ## Figures 20 and 21

            Three images of each class, explained as above. r is Pearson's correlation of the mean effects with the mean image; over classes its mean is CAC. It says how much effects
            look like the image, not how much they tell of the network: without a constant they must.

            ![The mean image of each class and the mean effects]({means})

            ![The images that are explained worst]({worst})

            """;
    }

    private static string Reviews(StudyOptions options, Numbers numbers) => ReviewFigure.ToMarkdown(options, numbers) is not { } tables
        ? "\n**The examples of reviews are not computed** (a quick run leaves them out).\n"
        : $"""

            ## Reviews

            The first two good and the first two bad reviews of the test part with 8 to 14 words, and the five strongest words for a good review, as for
            [their table](linex-rt.md) (kernel width 0.25 √d).

            {tables}
            """;

    private static double[] Inconsistency(int seed, Convention convention, string method, CancellationToken cancellation)
    {
        IrisBench bench = new(seed, environments: 2, samples: 10, IrisBench.AllFlowers());
        IExplainer<Flower> explainer = bench.Methods(convention).Single(own => own.Name == method).OfWidth(Width);
        ExplainedRows<Flower> rows = new(bench.Asked, bench.Explain(explainer, cancellation), bench.Neighbors);
        return [.. new CoefficientInconsistency<Flower>().Evaluate(rows, cancellation).Values];
    }

    private static string Key(int seed, Convention convention, string method) => string.Create(CultureInfo.InvariantCulture, $"figure 1 seed {seed} {method}: {convention.Describe()}");
}
