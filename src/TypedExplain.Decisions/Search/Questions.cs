using TypedExplain.Decisions.Actions;
using TypedExplain.Schema.Rows;

namespace TypedExplain.Decisions.Search;

/// <summary>What a search asks the model about, and how many rows that is so far.</summary>
/// <typeparam name="T">The record.</typeparam>
/// <param name="model">What is known of the model.</param>
/// <param name="space">What actions can make of the instance.</param>
/// <param name="instance">The instance, from which rows have what no column holds.</param>
/// <param name="most">How many rows may be asked about.</param>
internal sealed class Questions<T>(IModelInfo<T> model, ActionSpace<T> space, T instance, int most)
    where T : IFeatureRecord<T>
{
    /// <summary>How many rows were asked about.</summary>
    public int Asked { get; private set; }

    /// <summary>How many rows may still be asked about.</summary>
    public int Left => most - Asked;

    /// <summary>The instance itself, as it was given.</summary>
    public RowBatch<T> Instance() => Of([space.Instance.ToArray()], own: 0);

    /// <summary>The instance, and the rows that choices lead to.</summary>
    public RowBatch<T> InstanceAnd(IEnumerable<int[]> choices) => Of([space.Instance.ToArray(), .. choices.Select(Row)], own: 0);

    /// <summary>The rows that choices lead to; all are reachable.</summary>
    public RowBatch<T> Choices(IEnumerable<int[]> choices) => Of([.. choices.Select(Row)], own: -1);

    /// <summary>Rows around the instance.</summary>
    public RowBatch<T> Rows(IReadOnlyList<double[]> rows) => Of(rows, own: -1);

    /// <summary>Rows of other people.</summary>
    public RowBatch<T> Others(Dataset<T> rows)
    {
        Asked += rows.Count;
        return new(model, rows.Encoded.Values.ToArray(), new GivenRecords<T>(rows.Rows), new double[rows.Count]);
    }

    /// <summary>Counts rows that another part of the search asks about.</summary>
    public void Count(RowBatch<T> rows) => Asked += rows.Count;

    /// <summary>The row that a choice leads to.</summary>
    public double[] Row(int[] choice)
    {
        double[] row = new double[space.Schema.Columns];
        _ = space.TryApply(choice, row);
        return row;
    }

    private RowBatch<T> Of(IReadOnlyList<double[]> rows, int own)
    {
        Asked += rows.Count;
        double[] values = new double[rows.Count * space.Schema.Columns];
        for (int row = 0; row < rows.Count; row++)
            rows[row].CopyTo(values, row * space.Schema.Columns);
        return new(model, values, new RowsAround<T>(instance, rows.Count, own), new double[rows.Count]);
    }
}
