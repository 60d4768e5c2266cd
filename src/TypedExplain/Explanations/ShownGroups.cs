namespace TypedExplain.Explanations;

/// <summary>Puts the numbers of an array, and the features of an inner record, under a line of their own.</summary>
/// <param name="size">The number that a feature is ranked by; null where those of several features make no sum.</param>
internal sealed class ShownGroups<T>(Func<Feature<T>, double>? size)
    where T : IFeatureRecord<T>
{
    /// <summary>
    /// The rows with those lines among them. A group stands where its sum or its most important feature would, so that nothing
    /// that cancels in the sum is hidden.
    /// </summary>
    /// <param name="rows">Features, the most important first.</param>
    public IEnumerable<ShownRow<T>> Of(IEnumerable<ShownRow<T>> rows) => Of([.. rows], level: 0, depth: 0);

    private IEnumerable<ShownRow<T>> Of(ShownRow<T>[] rows, int level, int depth)
    {
        (string? Name, ShownRow<T>[] Rows)[] groups = [.. rows.GroupBy(row => Group(row, level) ?? row.Feature!.Name, (_, group) => group.ToArray()).Select(group => (Group(group[0], level), group))];
        foreach ((string? name, ShownRow<T>[] parts) in groups.OrderByDescending(group => Importance(group.Name, group.Rows)))
        {
            if (name is null || parts.Length == 1)
            {
                foreach (ShownRow<T> part in parts)
                    yield return part with { Depth = depth };
                continue;
            }

            // All in one array of an inner record: one line above them is enough.
            bool isOneDeeper = Group(parts[0], level + 1) is { } deeper && Array.TrueForAll(parts, part => Group(part, level + 1) == deeper);
            if (!isOneDeeper)
                yield return new(Title(name, parts[0].Feature!), "", null, SumOf(name), 0, depth);
            foreach (ShownRow<T> part in Of(parts, level + 1, isOneDeeper ? depth : depth + 1))
                yield return part;
        }
    }

    private double Importance(string? name, ShownRow<T>[] rows)
    {
        double largest = rows.Max(row => row.Weight);
        return name is not null && SumOf(name) is { } sum ? Math.Max(largest, Math.Abs(sum)) : largest;
    }

    /// <summary>The sum of a group; null where there is none, and where it would tell of a protected feature.</summary>
    private double? SumOf(string name)
    {
        if (size is null)
            return null;
        Feature<T>[] parts = [.. T.Schema.Features.Where(feature => feature.Name.StartsWith(name, StringComparison.Ordinal) && feature.Name[name.Length..] is ['.' or '[', ..])];
        return Array.Exists(parts, part => part.IsProtected) ? null : parts.Sum(size);
    }

    /// <summary>The name of the property at a level that a feature is a part of: of <c>Home.Signal[2]</c> Home, then Home.Signal.</summary>
    private static string? Group(ShownRow<T> row, int level)
    {
        string name = row.Feature!.Name;
        int end = -1;
        for (int i = 0; i <= level; i++)
        {
            end = name.AsSpan(end + 1).IndexOfAny('.', '[') is >= 0 and int at ? end + 1 + at : -1;
            if (end < 0)
                return null;
        }

        return name[..end];
    }

    /// <summary>What the property is called: an array as a reader calls it.</summary>
    private static string Title(string name, Feature<T> first) =>
        first.Name[name.Length] == '[' ? first.DisplayName[..first.DisplayName.LastIndexOf('[')] : name;
}
