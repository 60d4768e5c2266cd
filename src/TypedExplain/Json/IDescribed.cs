namespace TypedExplain;

/// <summary>
/// Something with options that an explanation tells as data: explainers, neighborhoods, kernels, tokenizers and the like. A class
/// of your own is told by its type; implement <see cref="Describe"/> to tell its options too.
/// </summary>
public interface IDescribed
{
    /// <summary>What it is, and its options. By default the type only, as <see cref="object.ToString"/> names it.</summary>
    Description Describe() => Description.Named(ToString());
}
