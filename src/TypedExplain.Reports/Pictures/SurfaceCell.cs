using System.Globalization;
using TypedExplain.Errors;

namespace TypedExplain.Reports;

/// <summary>A pair of values in a picture of two features.</summary>
public sealed class SurfaceCell
{
    internal SurfaceCell(string first, string second, double number, double standardError, int rows) => (First, Second, Number, StandardError, Rows) = (first, second, number, standardError, rows);

    /// <summary>The value of the first feature, in words.</summary>
    public string First { get; }

    /// <summary>The value of the second feature, in words.</summary>
    public string Second { get; }

    /// <summary>The number, in the unit of the answer.</summary>
    public double Number { get; }

    /// <summary>Its standard error over rows; not a number where there are too few to tell.</summary>
    public double StandardError { get; }

    /// <summary>How many rows of the background have no pair of values nearer than this one. Where there is none, the model is asked about what does not occur.</summary>
    public int Rows { get; }

    /// <summary>The values and the number.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{First}, {Second}: {Number:G6} ± {StandardError:G3}, {Rows} {Noun.Of(Rows, "row")}");
}
