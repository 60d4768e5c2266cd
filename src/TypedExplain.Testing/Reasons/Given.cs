using System.Globalization;

namespace TypedExplain.Testing.Reasons;

/// <summary>Refuses what nothing can be said of: numbers outside what they may be, and no instances.</summary>
internal static class Given
{
    /// <summary>The most seeds: every one is a pass over all instances.</summary>
    public const int MostSeeds = 100;

    /// <summary>The most first reasons that are compared.</summary>
    public const int MostReasons = 1000;

    /// <summary>Refuses a whole number outside its ends.</summary>
    public static void Whole(int value, int least, int most, string name, string owner)
    {
        if (value < least || value > most)
            throw new InvalidOptionException(string.Create(CultureInfo.InvariantCulture, $"{name} of {owner} is {value}; it must be from {least} to {most}."));
    }

    /// <summary>Refuses what is no share.</summary>
    public static void Share(double value, string name, string owner)
    {
        if (!(value is >= 0 and <= 1))
            throw new InvalidOptionException(string.Create(CultureInfo.InvariantCulture, $"{name} of {owner} is {value}; it must be from 0 to 1."));
    }

    /// <summary>Refuses a list without anything in it: what is stated of nothing would always hold.</summary>
    public static void Any(int count, string what, string owner)
    {
        if (count == 0)
            throw new InvalidDatasetException($"{owner} was given no {what}; it needs at least 1.");
    }
}
