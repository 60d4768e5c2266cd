namespace TypedExplain.Models.Forests.Walking;

/// <summary>Gathers the different thresholds of trees, column by column, as long as codes can tell them apart.</summary>
internal sealed class CutSets
{
    private readonly Dictionary<int, HashSet<double>> _sets = [];
    private readonly List<(int Column, double Threshold)> _new = [];

    /// <summary>Takes the thresholds of a tree. False, and nothing taken, where they would be too many or of too many columns.</summary>
    public bool TryAdd(DecisionTree tree)
    {
        _new.Clear();
        for (int node = 0; node < tree.NodeCount; node++)
        {
            if (tree[node] is not { IsLeaf: false } own || double.IsNaN(own.Threshold))
                continue;
            if (!_sets.TryGetValue(own.Column, out HashSet<double>? set))
                _sets.Add(own.Column, set = []);
            if (set.Add(own.Threshold))
                _new.Add((own.Column, own.Threshold));
        }

        bool fits = _sets.Count <= CodedTrees.MostColumns && _sets.Values.All(set => set.Count <= ColumnCuts.Most);
        foreach ((int column, double threshold) in fits ? [] : _new)
        {
            if (_sets[column].Remove(threshold) && _sets[column].Count == 0)
                _sets.Remove(column);
        }

        return fits;
    }

    /// <summary>Begins anew.</summary>
    public void Clear() => _sets.Clear();

    /// <summary>The thresholds, by column.</summary>
    public ColumnCuts[] Cuts() => [.. _sets.OrderBy(own => own.Key).Select(own => new ColumnCuts(own.Key, [.. own.Value.Order()]))];
}
