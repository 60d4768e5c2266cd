using System.Globalization;
using TypedExplain.Errors;
using TypedExplain.Text;

namespace TypedExplain.Media;

/// <summary>
/// LIME's neighbors of a text: from one to all of its words are taken out, each number as likely, then which. The parts are
/// its distinct words, or its positions.
/// </summary>
public sealed record MaskedText : ITextNeighborhood
{
    /// <summary>Whether a part is a distinct word, which goes wherever it stands, or a position.</summary>
    public TextMode Mode { get; init; }

    /// <summary>What a word is.</summary>
    public ITokenizer Tokenizer { get; init; } = new WordTokenizer();

    /// <summary>What a removed word becomes where its position is the part.</summary>
    public string Placeholder { get; init; } = TokenizedText.UsualPlaceholder;

    /// <summary>κ of LIME's kernel √exp(−δ²/κ²) with δ = 100·(1 − cos), above 0.</summary>
    [OptionRange(Above = 0, Below = double.PositiveInfinity)]
    public double Width { get; init; } = 25;

    /// <summary>A kernel of the number of words taken out in place of LIME's; null for LIME's.</summary>
    public IKernel? Kernel { get; init; }

    Description IDescribed.Describe() => Description.OfLibrary(nameof(MaskedText))
        .With("mode", Mode.ToString())
        .With("tokenizer", Tokenizer)
        .With("placeholder", Placeholder)
        .With("width", Width)
        .With("kernel", Kernel);

    /// <inheritdoc/>
    public TextNeighbors Around(string text, RandomStream stream, CancellationToken cancellation = default)
    {
        if (!(Width > 0 && double.IsFinite(Width)))
            throw new InvalidOptionException(string.Create(CultureInfo.InvariantCulture, $"Width of the masked text is {Width}; it must be above 0."));
        return new Neighbors(new(text, Mode, Tokenizer.Given(nameof(Tokenizer), "the masked text"), Placeholder.Given(nameof(Placeholder), "the masked text")), this, stream);
    }

    private sealed class Neighbors(TokenizedText text, MaskedText options, RandomStream stream) : TextNeighbors(text)
    {
        public override void Draw(Span<double> values) => WordMasks.Fill(stream, 0, Parts, values);

        public override void Weigh(ReadOnlySpan<double> values, Span<double> weights)
        {
            if (options.Kernel is { } kernel)
            {
                WeighBy(kernel, values, weights);
                return;
            }

            for (int row = 0; row < weights.Length; row++)
            {
                double distance = WordMasks.Distance(values.Slice(row * Parts, Parts));
                weights[row] = distance * distance;
            }

            ExponentialKernel.WeighBy(options.Width, weights);
        }

        public override string Neighbor(int neighbor, ReadOnlySpan<double> values) => Text.Keep(values);
    }
}
