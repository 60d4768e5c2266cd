using System.Globalization;

namespace TypedExplain.Neighborhoods;

/// <summary>How far numbers are drawn from where they are centered.</summary>
internal static class Spreads
{
    /// <summary>Draws lie within so many deviations.</summary>
    private const double Farthest = 64;

    /// <summary>Refuses an option by which draws would leave what a number can hold.</summary>
    /// <param name="option">The option.</param>
    /// <param name="value">Its value.</param>
    /// <param name="feature">The number that is drawn.</param>
    /// <param name="spread">Its deviation then.</param>
    public static void Check<T>(string option, double value, Feature<T> feature, double spread)
        where T : IFeatureRecord<T>
    {
        if (!double.IsFinite(spread * Farthest))
            throw new InvalidOptionException(string.Create(CultureInfo.InvariantCulture, $"{option} of the neighborhood is {value}; with the standard deviation of {feature.Name} that leaves what a number can hold. Make it smaller; 1 is one standard deviation."));
    }
}
