using TypedExplain.Media;

namespace TypedExplain.Explanations;

/// <summary>What tables of explanations have in common.</summary>
internal static class TableText
{
    private const int BarLength = 24;
    private const int WordsShown = 10;

    /// <summary>A bar as long as a number's magnitude, dark above 0 and light below.</summary>
    public static string Bar(double value, double longest)
    {
        int length = longest > 0 ? (int)Math.Round(BarLength * (Math.Abs(value) / longest)) : 0;
        return new string(value < 0 ? '▒' : '█', length);
    }

    /// <summary>The strongest words of a text, or how much of an image speaks for the output and against it.</summary>
    public static string Of(MediaAttribution media, IFormatProvider provider)
    {
        if (media is TextAttribution text)
        {
            WordEffect[] words = [.. text.Ranked().Where(word => word.Effect != 0)];
            return words.Length == 0 ? "no word has an effect"
                : string.Join(", ", words.Take(WordsShown).Select(word => word.ToString(provider))) + (words.Length > WordsShown ? $" and {words.Length - WordsShown} more" : "");
        }

        int above = 0, below = 0;
        foreach (double effect in media.Effects)
        {
            above += effect > 0 ? 1 : 0;
            below += effect < 0 ? 1 : 0;
        }

        return $"of {media.Effects.Length} {(media is ImageAttribution { Segments: null } ? "numbers" : "segments")} {above} speak for it, {below} against it";
    }

    /// <summary>Caveats as sentences.</summary>
    public static IEnumerable<string> Of<T>(Caveats caveats, RowLoss<T>? loss, ClippedAnswers? clipped, IFormatProvider provider)
        where T : IFeatureRecord<T>
    {
        if (caveats.HasFlag(Caveats.ConstantModel))
            yield return "the model gave the same answer for every sample, so there is nothing to attribute";
        if (caveats.HasFlag(Caveats.NotConverged))
            yield return "the solver did not converge; the numbers are its last state";
        if (caveats.HasFlag(Caveats.PoorFit))
            yield return "the fit is poor; the model is not nearly linear around the instance";
        if (caveats.HasFlag(Caveats.FewEffectiveSamples))
            yield return "fewer effective samples than coefficients; draw more or widen the kernel";
        if (caveats.HasFlag(Caveats.HeldFeatures))
            yield return "a feature that never varies in the background, or never leaves one bin, was held; its effect is 0";
        if (caveats.HasFlag(Caveats.AtTheMean))
            yield return "a feature at the mean of the background contributes what no effect per unit can say";
        if (caveats.HasFlag(Caveats.NearTheMean))
            yield return "a feature near the mean of the background has an effect per unit that is blown up; rely on its contribution";
        if (clipped is { } answers)
            yield return answers.ToString(provider);
        if (loss is not null)
            yield return loss.ToString(provider);
    }
}
