using System.Globalization;
using Microsoft.CodeAnalysis;

namespace TypedExplain.Analyzers.Records;

/// <summary>The constants that a feature may be.</summary>
/// <param name="Contains">Whether a constant is one of them.</param>
/// <param name="Words">Which they are, as a message says it.</param>
internal sealed record Allowed(Func<object, bool> Contains, string Words)
{
    private const int MostNames = 8;

    /// <summary>Numbers of a range. Its ends are rounded to what the feature's type holds, as the generator does.</summary>
    public static Allowed Range(double least, double most, bool isSingle) => new(
        constant => Constants.Number(constant) is not { } number
            || (!double.IsInfinity(number) && number >= (isSingle ? (float)least : least) && number <= (isSingle ? (float)most : most)),
        double.IsInfinity(least) && double.IsInfinity(most) ? "a finite number"
            : double.IsInfinity(least) ? $"at most {Shown(most)}"
            : double.IsInfinity(most) ? $"at least {Shown(least)}"
            : $"from {Shown(least)} to {Shown(most)}");

    public static Allowed Texts(IReadOnlyList<string?> texts) => new(
        constant => constant is not string text || texts.Contains(text),
        OneOf(texts.Select(text => $"\"{text}\"")));

    public static Allowed Members(INamedTypeSymbol names)
    {
        IFieldSymbol[] members = [.. names.GetMembers().OfType<IFieldSymbol>().Where(member => member.HasConstantValue)];
        return new(constant => members.Length == 0 || members.Any(member => constant.Equals(member.ConstantValue)), OneOf(members.Select(member => member.Name)));
    }

    /// <summary>A constant as a user writes it.</summary>
    public static string Shown(object constant) => constant switch
    {
        string text => $"\"{text}\"",
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => constant.ToString(),
    };

    private static string OneOf(IEnumerable<string> names) =>
        $"one of {string.Join(", ", names.Take(MostNames))}{(names.Skip(MostNames).Any() ? ", …" : "")}";
}
