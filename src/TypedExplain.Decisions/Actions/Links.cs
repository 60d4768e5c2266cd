using System.Collections.Immutable;

namespace TypedExplain.Decisions.Actions;

/// <summary>Which features move with others, each after those that it moves with.</summary>
internal static class Links
{
    /// <summary>The features that move with others, in an order in which every source comes before what moves with it.</summary>
    /// <exception cref="InvalidOptionException">Features move with each other in a circle.</exception>
    public static ImmutableArray<Feature<T>> Order<T>(FeatureSchema<T> schema)
        where T : IFeatureRecord<T>
    {
        List<Feature<T>> order = [];
        bool[] isDone = new bool[schema.Features.Length], isOpen = new bool[isDone.Length];
        foreach (Feature<T> feature in schema.Features)
            Visit(feature);
        return [.. order];

        void Visit(Feature<T> feature)
        {
            if (isDone[feature.Index])
                return;
            if (isOpen[feature.Index])
                throw new InvalidOptionException($"{schema.Name}.{feature} moves with itself through the features that it moves with. Remove one [MovesWith] of the circle.");
            isOpen[feature.Index] = true;
            foreach (FeatureLink link in feature.MovesWith)
                Visit(schema.Features[link.Source]);
            isDone[feature.Index] = true;
            if (!feature.MovesWith.IsEmpty)
                order.Add(feature);
        }
    }
}
