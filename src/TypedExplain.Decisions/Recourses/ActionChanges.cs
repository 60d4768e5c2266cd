using TypedExplain.Decisions.Actions;

namespace TypedExplain.Decisions.Recourses;

/// <summary>What a choice changes, feature by feature.</summary>
internal static class ActionChanges
{
    public static IEnumerable<FeatureChange<T>> Of<T>(ActionSpace<T> space, int[] choice, double[] row)
        where T : IFeatureRecord<T>
    {
        double[] before = space.Instance.ToArray();
        Dictionary<int, Option> chosen = Enumerable.Range(0, choice.Length).Where(i => choice[i] > 0).ToDictionary(i => space.Movers[i].Feature.Index, i => space.Movers[i].Options[choice[i]]);
        foreach (Feature<T> feature in space.Schema.Features)
        {
            Option option = chosen.GetValueOrDefault(feature.Index);
            double from = FeatureNumber.Read(feature, before), to = FeatureNumber.Read(feature, row);
            if (from != to || option.Steps > 0)
                yield return new(feature, from, to, feature.Format(before), feature.Format(row), option.Steps, option.Cost);
        }
    }
}
