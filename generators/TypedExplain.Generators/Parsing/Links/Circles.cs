using TypedExplain.Generators.Diagnostics;
using TypedExplain.Generators.Model;
using TypedExplain.Generators.Parsing.Annotations;

namespace TypedExplain.Generators.Parsing.Links;

/// <summary>Features that move with each other in a circle, or are within each other: no change of one would have an end.</summary>
internal sealed class Circles(List<FeatureModel> features, StoredProperty[] stored, Findings findings)
{
    private readonly Dictionary<int, FeatureModel> _byIndex = features.ToDictionary(feature => feature.Index);

    /// <summary>The features without the links that close a circle, which are reported.</summary>
    public List<FeatureModel> Cut()
    {
        HashSet<int> moving = Report("MovesWith", "moves with", feature => feature.MovesWith.Select(link => link.Source));
        HashSet<int> within = Report("Within", "is within", feature => feature.Within is { } other ? [other] : []);
        return features.ConvertAll(feature => feature with
        {
            MovesWith = moving.Contains(feature.Index) ? default : feature.MovesWith,
            Within = within.Contains(feature.Index) ? null : feature.Within,
        });
    }

    private HashSet<int> Report(string annotation, string verb, Func<FeatureModel, IEnumerable<int>> others)
    {
        HashSet<int> inCircle = [], finished = [];
        foreach (FeatureModel feature in features)
            Follow(feature, []);
        return inCircle;

        void Follow(FeatureModel feature, List<FeatureModel> way)
        {
            int start = way.IndexOf(feature);
            if (start >= 0)
                Tell(way.Skip(start).ToArray());
            if (start >= 0 || finished.Contains(feature.Index))
                return;
            foreach (int other in others(feature))
                Follow(_byIndex[other], [.. way, feature]);
            finished.Add(feature.Index);
        }

        // Told at the feature that is declared first, whichever way the circle was found.
        void Tell(FeatureModel[] circle)
        {
            int first = Array.FindIndex(circle, feature => feature.Index == circle.Min(other => other.Index));
            FeatureModel[] from = [.. circle.Skip(first), .. circle.Take(first)];
            StoredProperty property = stored.First(own => own.Property.Name == from[0].Name);
            inCircle.UnionWith(circle.Select(feature => feature.Index));
            findings.Add(DiagnosticDescriptors.Circle, property.AnnotationLocation(annotation) ?? property.NameLocation, from[0].Name, string.Join($" {verb} ", from.Append(from[0]).Select(feature => $"'{feature.Name}'")));
        }
    }
}
