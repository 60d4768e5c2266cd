using TypedExplain.Decisions.Actions;

namespace TypedExplain.Decisions.Trees;

/// <summary>Which movers change a column of the encoded row.</summary>
/// <typeparam name="T">The record.</typeparam>
internal sealed class ColumnMovers<T>
    where T : IFeatureRecord<T>
{
    private readonly int[] _only;
    private readonly (int Mover, double Factor)[]?[] _several;
    private readonly double[] _slack;

    public ColumnMovers(ActionSpace<T> space)
    {
        Influence<T> influence = new(space);
        (_only, _several) = (new int[space.Schema.Columns], new (int, double)[]?[space.Schema.Columns]);
        _slack = new double[_only.Length];
        foreach (Feature<T> feature in space.Schema.Features)
        {
            IReadOnlyDictionary<int, double> movers = influence.On(feature.Index);
            for (int column = feature.Column; column < feature.Column + feature.ColumnCount; column++)
            {
                _slack[column] = influence.Slack(feature.Index);
                _only[column] = movers.Count == 1 ? movers.Keys.First() : -1;
                _several[column] = movers.Count > 1 ? [.. movers.Select(mover => (mover.Key, mover.Value))] : null;
            }
        }
    }

    /// <summary>The only mover that changes a column; −1 where none or several do.</summary>
    public int Only(int column) => _only[column];

    /// <summary>The movers that change a column together, each with by how much the column changes per unit of it; null where fewer than two do.</summary>
    public (int Mover, double Factor)[]? Several(int column) => _several[column];

    /// <summary>By how much at most a column is off what its movers add up to.</summary>
    public double Slack(int column) => _slack[column];
}
