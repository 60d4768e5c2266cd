using System.Globalization;
using Microsoft.CodeAnalysis;

namespace TypedExplain.Analyzers;

/// <summary>Values that are known while the project is compiled.</summary>
internal static class Constants
{
    /// <summary>The constant that a value is, null where it is none or not a number.</summary>
    public static double? Number(IOperation value) => value.ConstantValue is { HasValue: true, Value: { } constant } ? Number(constant) : null;

    public static double? Number(object constant) => constant switch
    {
        double or float or decimal or int or long or short or sbyte or uint or ulong or ushort or byte => Convert.ToDouble(constant, CultureInfo.InvariantCulture),
        _ => null,
    };
}
