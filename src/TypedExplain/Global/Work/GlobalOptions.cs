using System.Globalization;

namespace TypedExplain.Global.Work;

/// <summary>Checks of options that global explanations have in common.</summary>
internal static class GlobalOptions
{
    /// <summary>Refuses a number that is too small or too large.</summary>
    /// <exception cref="InvalidOptionException">It is.</exception>
    public static void Require(int value, string option, string method, int least, int most = int.MaxValue)
    {
        if (value < least || value > most)
            throw new InvalidOptionException(string.Create(CultureInfo.InvariantCulture, $"{option} of {method} is {value}; it must be {(most == int.MaxValue ? $"at least {least}" : $"{least} to {most}")}."));
    }

    /// <summary>Refuses a value that an enum does not have.</summary>
    /// <exception cref="InvalidOptionException">It does not.</exception>
    public static void Require<TValue>(TValue value, string option, string method)
        where TValue : struct, Enum
    {
        if (!Enum.IsDefined(value))
            throw new InvalidOptionException($"{option} of {method} is {value}; it must be {Errors.NameList.Names(Enum.GetNames<TValue>())}.");
    }
}
