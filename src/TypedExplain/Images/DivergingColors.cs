using System.Globalization;

namespace TypedExplain.Media;

/// <summary>
/// Colors of numbers by their sign and size: blue below 0, orange above, and the color of the page at 0. Blue and orange
/// differ to the color-blind too, and equal sizes are about equally far from the page in lightness.
/// </summary>
public sealed class DivergingColors
{
    /// <summary>Red, green and blue at −1, −½, 0, ½ and 1.</summary>
    private readonly byte[] _stops;
    private readonly string _name;

    private DivergingColors(string name, byte[] stops) => (_name, _stops) = (name, stops);

    /// <summary>From dark blue over white to dark orange, for light pages.</summary>
    public static DivergingColors Light { get; } = new("light", [5, 72, 132, 96, 158, 206, 250, 250, 250, 236, 146, 72, 148, 62, 8]);

    /// <summary>From light blue over near-black to light orange, for dark pages.</summary>
    public static DivergingColors Dark { get; } = new("dark", [150, 205, 255, 40, 115, 180, 24, 24, 27, 190, 98, 22, 255, 190, 128]);

    /// <summary>The color of a number.</summary>
    /// <param name="value">From −1 to 1; what is beyond them takes the color of the end.</param>
    /// <exception cref="ArgumentException">The number is NaN.</exception>
    public (byte Red, byte Green, byte Blue) Of(double value)
    {
        if (double.IsNaN(value))
            throw new ArgumentException("NaN has no color.", nameof(value));
        double place = (Math.Clamp(value, -1, 1) + 1) * 2;
        int stop = Math.Min((int)place, 3);
        return (Between(3 * stop), Between((3 * stop) + 1), Between((3 * stop) + 2));

        byte Between(int channel) => (byte)Math.Round(_stops[channel] + ((place - stop) * (_stops[channel + 3] - _stops[channel])));
    }

    /// <summary>Paints numbers.</summary>
    /// <param name="values">The numbers, finite.</param>
    /// <param name="colors">Where red, green and blue of each go.</param>
    /// <param name="limit">The number that gets the full color, above 0; null for the largest size among them.</param>
    /// <exception cref="InvalidOptionException">The limit is not above 0.</exception>
    /// <exception cref="InvalidDatasetException">A number is not finite.</exception>
    public void Paint(ReadOnlySpan<double> values, Span<byte> colors, [OptionRange(Above = 0)] double? limit = null)
    {
        if (limit is { } given && !(given > 0 && double.IsFinite(given)))
            throw new InvalidOptionException(string.Create(CultureInfo.InvariantCulture, $"The limit of the colors is {given}; it must be above 0, or null for the largest size."));
        if (colors.Length != 3L * values.Length)
            throw new ArgumentException($"There is room for {colors.Length} bytes; {values.Length} numbers need {3L * values.Length}.", nameof(colors));
        double largest = 0;
        for (int i = 0; i < values.Length; i++)
        {
            if (!double.IsFinite(values[i]))
                throw new InvalidDatasetException(string.Create(CultureInfo.InvariantCulture, $"Number {i} to paint is {values[i]}; it must be finite."));
            largest = Math.Max(largest, Math.Abs(values[i]));
        }

        double full = limit ?? largest;
        for (int i = 0; i < values.Length; i++)
            (colors[3 * i], colors[(3 * i) + 1], colors[(3 * i) + 2]) = Of(full > 0 ? values[i] / full : 0);
    }

    /// <summary>For which pages they are.</summary>
    public override string ToString() => $"Blue to orange for {_name} pages";
}
