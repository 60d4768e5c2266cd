using System.Collections.Concurrent;
using System.Globalization;
using TypedExplain.Media;

namespace Papers;

/// <summary>A few sentences of reviews with the words that each method finds strongest.</summary>
public static class ReviewFigure
{
    private const string File = "rt-polarity/rt-polarity.csv";

    /// <summary>The kernel width, in units of √d.</summary>
    private const double Width = 0.25;

    private const int Strongest = 5;

    private static readonly string[] s_methods = ["LIME", "S-LIME", "LINEX/rand", "MeLIME", "LINEX/real"];
    private static readonly Lazy<Dataset<Sentence>> s_all = new(() => ReviewBench.Load(DataFolder.File(File)));
    private static readonly ConcurrentDictionary<int, Lazy<ReviewBench>> s_benches = [];

    private static IReadOnlyList<Convention> Conventions => [Convention.Default, Convention.Likely];

    /// <summary>One cell per method and convention; none without the data.</summary>
    public static IEnumerable<Cell> Cells(StudyOptions options) => options.Quick || DataFolder.Absent([File]) is not null
        ? []
        : from convention in Conventions from method in s_methods select new Cell(Key(options, method, convention), 5, cancellation => Effects(options.Seed, method, convention, cancellation));

    /// <summary>A table for each sentence, or null where a cell is absent.</summary>
    public static string? ToMarkdown(StudyOptions options, Numbers numbers)
    {
        if (DataFolder.Absent([File]) is not null || Conventions.Any(convention => s_methods.Any(method => numbers[Key(options, method, convention)] is null)))
            return null;
        string markdown = "";
        int first = 0;
        foreach ((Sentence sentence, double label) in Chosen(options.Seed).Rows.Zip(Chosen(options.Seed).Target!.Values))
        {
            TokenizedText text = new(sentence.Text);
            MarkdownTable table = new("method", Conventions[0].Words, Conventions[1].Words);
            foreach (string method in s_methods)
                table.Add([$"**{method}**", .. Conventions.Select(convention => Words(text, numbers[Key(options, method, convention)]!.AsSpan(first, text.Count)))]);
            markdown += $"> {sentence.Text.Replace("`", "'").Trim()}\n\nA {(label > 0 ? "good" : "bad")} review.\n\n{table}\n";
            first += text.Count;
        }

        return markdown;
    }

    /// <summary>The first two good and the first two bad reviews of the test part with 8 to 14 words.</summary>
    private static Dataset<Sentence> Chosen(int seed)
    {
        (_, Dataset<Sentence> test) = s_all.Value.Split(0.2, seed);
        int[] brief = [.. Enumerable.Range(0, test.Count).Where(row => new TokenizedText(test.Rows[row].Text).Count is >= 8 and <= 14)];
        return test.Select([.. brief.Where(row => test.Target!.Values[row] > 0).Take(2), .. brief.Where(row => test.Target!.Values[row] == 0).Take(2)]);
    }

    /// <summary>The effects of the words of one sentence after the other.</summary>
    private static double[] Effects(int seed, string method, Convention convention, CancellationToken cancellation)
    {
        ReviewBench bench = s_benches.GetOrAdd(seed, own => new(() => new ReviewBench(s_all.Value, own, environments: 2, samples: 100, asked: 0, own: Chosen(own)))).Value;
        return [.. bench.Explain(bench.Methods(convention).Single(own => own.Name == method).OfWidth(Width), cancellation).SelectMany(explanation => explanation.Attribution.Text.Words.Select(word => word.Effect))];
    }

    private static string Words(TokenizedText text, ReadOnlySpan<double> effects)
    {
        double[] own = effects.ToArray();
        return string.Join(", ", Enumerable.Range(0, own.Length).Where(word => own[word] != 0).OrderByDescending(word => Math.Abs(own[word])).Take(Strongest)
            .Select(word => $"{text.Words[word]} {own[word].ToString("+0.000;−0.000;0.000", CultureInfo.InvariantCulture)}"));
    }

    private static string Key(StudyOptions options, string method, Convention convention) => string.Create(CultureInfo.InvariantCulture, $"reviews 4 seed {options.Seed} {method}: {convention.Describe()}");
}
