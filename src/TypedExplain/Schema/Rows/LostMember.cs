namespace TypedExplain;

/// <summary>A member of a record that a row of columns does not hold, or not in full.</summary>
/// <typeparam name="T">The record.</typeparam>
public sealed class LostMember<T>
    where T : IFeatureRecord<T>
{
    internal LostMember(string name, LostPart part)
    {
        (Name, Part) = (name, part);
        Feature = T.Schema.Features.FirstOrDefault(feature => feature.Name == name);
    }

    /// <summary>The name of the property; after those of the records it stands in, with dots: "Address.Since".</summary>
    public string Name { get; }

    /// <summary>The feature; null for a member that is not one.</summary>
    public Feature<T>? Feature { get; }

    /// <summary>What of it is lost.</summary>
    public LostPart Part { get; }

    /// <summary>The name and what of it is lost; never a value.</summary>
    public override string ToString() => Part switch
    {
        LostPart.Digits => $"the last digits of {Name}",
        LostPart.Offset => $"the offset of {Name}",
        LostPart.Kind => $"the kind of {Name}",
        _ => Name,
    };
}
