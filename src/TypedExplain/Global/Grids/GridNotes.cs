using System.Globalization;
using TypedExplain.Errors;

namespace TypedExplain.Global.Grids;

/// <summary>What a grid leaves out, in words.</summary>
internal static class GridNotes
{
    /// <summary>Sentences about a grid; names of a protected feature's categories are withheld.</summary>
    public static IEnumerable<string> Of<T>(FeatureGrid<T> grid, int rows)
        where T : IFeatureRecord<T>
    {
        Feature<T> feature = grid.Unit.Feature;
        if (!grid.LeftOut.IsEmpty)
            yield return string.Create(CultureInfo.InvariantCulture, $"{grid.LeftOut.Length} {Noun.Of(grid.LeftOut.Length, "category", "categories")} of {feature.Name} that {grid.RowsOfLeftOut} {Noun.Of(grid.RowsOfLeftOut, "row has", "rows have")} {Noun.Of(grid.LeftOut.Length, "is", "are")} left out{(feature.IsProtected ? "" : ": " + NameList.Names(grid.LeftOut, VisibleText.Name))}; Categories says how many are looked at");
        if (grid.Rows.Length < rows)
            yield return string.Create(CultureInfo.InvariantCulture, $"{rows - grid.Rows.Length} of {rows} {Noun.Of(rows, "row")} {Noun.Of(rows - grid.Rows.Length, "is left out: it", "are left out: they")} cannot have a value of {feature.Name}");
        if (grid.Points.Count(point => !point.IsMissing && point.Support > 0) < 2 && feature.Kind != FeatureKind.Missing)
            yield return $"{feature.Name} has one value in all of the background, so what the model says of others is not held against any row";
    }
}
