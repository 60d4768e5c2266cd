using Microsoft.CodeAnalysis;
using TypedExplain.Errors;
using TypedExplain.Generators.Diagnostics;
using TypedExplain.Generators.Model;
using TypedExplain.Generators.Parsing.Annotations;

namespace TypedExplain.Generators.Parsing.Links;

/// <summary>How the features of a record move together, and stay within each other.</summary>
/// <param name="features">The features.</param>
/// <param name="stored">The properties that they are.</param>
/// <param name="findings">Where findings go.</param>
/// <param name="cancellation">Ends the work early.</param>
internal sealed class LinkReader(IReadOnlyList<FeatureModel> features, StoredProperty[] stored, Findings findings, CancellationToken cancellation)
{
    private readonly Dictionary<string, FeatureModel> _byName = features.GroupBy(feature => feature.Name).ToDictionary(same => same.Key, same => same.First());

    /// <summary>The features with their links, but those that are reported.</summary>
    public List<FeatureModel> Read()
    {
        List<FeatureModel> linked = [];
        foreach (FeatureModel feature in features)
        {
            StoredProperty property = stored.First(own => own.Property.Name == feature.Name);
            AttributeData[] moves = property.All("MovesWith");
            AttributeData? within = property.Attributes.FirstOrDefault(attribute => attribute.IsOurs("Within"));
            if (moves.Length == 0 && within is null)
            {
                linked.Add(feature);
                continue;
            }

            AnnotationReader reader = new(property, feature.Type, findings, cancellation);
            bool fits = IsNumberOrRank(feature);
            reader.RequireFit("MovesWith", fits);
            reader.RequireFit("Within", fits);
            linked.Add(fits ? feature with { MovesWith = ReadMoves(reader, moves, feature).ToEquatableArray(), Within = within is null ? null : ReadWithin(reader, within, feature) } : feature);
        }

        return new Circles(linked, stored, findings).Cut();
    }

    private List<LinkModel> ReadMoves(AnnotationReader reader, AttributeData[] moves, FeatureModel feature)
    {
        List<LinkModel> links = [];
        foreach (AttributeData move in moves.Where(move => move.ConstructorArguments.Length == 1))
        {
            string name = move.ConstructorArguments[0].Value as string ?? "";
            double factor = AnnotationReader.Named(move, "Factor") as double? ?? 1;
            FeatureModel? source = Known(name);
            string? fault = source is null || source == feature ? Unknown(name, feature)
                : !IsNumberOrRank(source) && !(source.Type == FeatureType.Boolean && source.IsSingle) ? $"'{name}', whose changes are no numbers; name a number, a rank or a flag"
                : factor == 0 || double.IsNaN(factor) || double.IsInfinity(factor) ? $"'{name}' by the factor {AnnotationReader.Digits(factor)}; state a finite number that is not 0"
                : links.Exists(link => link.Source == source.Index) ? $"'{name}' twice; state it once"
                : IsBroken(feature, source, factor) is { } change ? $"'{name}' by {AnnotationReader.Digits(change)} per step of it, and holds whole numbers; state a factor or a step that makes it a whole number"
                : null;
            if (fault is null)
                links.Add(new(source!.Index, factor));
            else
                reader.Report(DiagnosticDescriptors.BadLink, move, fault);
        }

        return links;
    }

    private int? ReadWithin(AnnotationReader reader, AttributeData within, FeatureModel feature)
    {
        string name = within.ConstructorArguments.FirstOrDefault().Value as string ?? "";
        string? fault = Unknown(name, feature) ?? (IsNumberOrRank(Known(name)!) ? null : $"'{name}', which has no size; name a number or a rank");
        if (fault is null)
            return Known(name)!.Index;
        reader.Report(DiagnosticDescriptors.BadLimit, within, fault);
        return null;
    }

    private FeatureModel? Known(string name) => _byName.TryGetValue(name, out FeatureModel? feature) ? feature : null;

    private string? Unknown(string name, FeatureModel feature) =>
        name == feature.Name ? "itself; name another feature"
        : Known(name) is null ? $"'{name}', which is no feature of the record; name one of {NameList.Names(features.Select(other => other.Name).Where(other => other != feature.Name).ToArray())}"
        : null;

    /// <summary>By how much a whole number would move with each step of another feature, where that is a fraction.</summary>
    private static double? IsBroken(FeatureModel feature, FeatureModel source, double factor)
    {
        double? step = source.Step ?? (source.Type.IsNumber() && !source.Type.IsWhole() ? null : 1);
        return (feature.Type.IsWhole() || feature.Type == FeatureType.OrdinalEnum) && step * factor is { } change && Math.Abs(change - Math.Round(change)) > 1e-9 * Math.Max(1, Math.Abs(change)) ? change : null;
    }

    private static bool IsNumberOrRank(FeatureModel feature) => feature.IsSingle && (feature.Type.IsNumber() || feature.Type == FeatureType.OrdinalEnum);
}
