using System.Globalization;

namespace TypedExplain.ML.LightGbm;

/// <summary>Reads the numbers of a section of a model of LightGBM.</summary>
/// <param name="section">Its lines.</param>
/// <param name="name">What it is called in messages.</param>
internal sealed class LightGbmNumbers(Dictionary<string, string> section, string name)
{
    /// <summary>Whether there is such a line with anything in it.</summary>
    public bool Has(string key) => section.TryGetValue(key, out string? text) && text.Length > 0;

    /// <summary>A whole number.</summary>
    public int Whole(string key, int? absent = null)
    {
        if (!section.TryGetValue(key, out string? text))
            return absent ?? throw new InvalidModelException($"{name} of the model has no line '{key}='; it is damaged, or was not written by LightGBM.");
        return int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out int number) ? number : throw Bad(key, text, "a whole number");
    }

    /// <summary>Whole numbers.</summary>
    /// <param name="key">The line.</param>
    /// <param name="count">How many there must be.</param>
    public int[] Wholes(string key, int count) => Read(key, count, "whole numbers of 32 bits", static text => (int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out int number), number));

    /// <summary>Parts of sets.</summary>
    public uint[] Bits(string key, int count) => Read(key, count, "whole numbers from 0, of 32 bits", static text => (uint.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out uint number), number));

    /// <summary>Finite numbers.</summary>
    public double[] Numbers(string key, int count) => Read(key, count, "finite numbers", static text => (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number), number));

    /// <summary>Thresholds: one of +∞, which only missing values are above, is the largest number.</summary>
    public double[] Thresholds(string key, int count) => Read(key, count, "numbers", static text => text switch
    {
        "inf" => (true, double.MaxValue),
        "-inf" => (true, double.NegativeInfinity),
        _ => (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number), number),
    });

    private TNumber[] Read<TNumber>(string key, int count, string form, Func<ReadOnlySpan<char>, (bool IsNumber, TNumber Number)> read)
    {
        if (!section.TryGetValue(key, out string? text))
            throw new InvalidModelException($"{name} of the model has no line '{key}='; it is damaged, or was not written by LightGBM.");
        List<TNumber> numbers = [];
        foreach (Range range in text.AsSpan().Split(' '))
        {
            ReadOnlySpan<char> part = text.AsSpan(range);
            if (part.IsEmpty)
                continue;
            (bool isNumber, TNumber number) = read(part);
            numbers.Add(isNumber ? number : throw Bad(key, part.ToString(), form));
        }

        return numbers.Count == count ? [.. numbers] : throw new InvalidModelException($"{name} of the model has {numbers.Count} numbers in its line '{key}=', and {count} are expected; the model is damaged.");
    }

    private InvalidModelException Bad(string key, string text, string form) =>
        new($"{name} of the model has {LightGbmSections.Shown(text)} in its line '{key}=', and {form} are expected; the model is damaged.");
}
