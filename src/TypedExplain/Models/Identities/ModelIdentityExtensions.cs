using TypedExplain.Models;
using TypedExplain.Models.Identities;

namespace TypedExplain;

/// <summary>Saying and asking which model it is.</summary>
public static class ModelIdentityExtensions
{
    /// <summary>
    /// The same model, of which is said which one it is: <c>Model.From(...).Identified("credit", "2026-11", digest)</c>. What the
    /// model itself says is replaced.
    /// </summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="model">The model.</param>
    /// <param name="name">What it is called.</param>
    /// <param name="version">Its version; null where it has none.</param>
    /// <param name="sha256">The SHA-256 of its content as 64 hexadecimal digits; null for the model's own, which one of a file, a forest or a network has.</param>
    /// <exception cref="InvalidOptionException">The name is empty, the digest is none, or none is given and the model has none of its own.</exception>
    public static IModel<T> Identified<T>(this IModel<T> model, string name, string? version = null, string? sha256 = null)
        where T : IFeatureRecord<T>
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(name);
        sha256 ??= model.Identity()?.Sha256 ?? throw new InvalidOptionException($"sha256 of the model {name} is not given, and the model has none of its own: of a function only you know it. Give the SHA-256 of what the function is made from, such as its file or its commit.");
        return new IdentifiedModel<T>(model, new(name, version, sha256));
    }

    /// <summary>Which model it is; null where that is not known. One output of a model, or a memory in front of it, is the same model.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="model">The model.</param>
    public static ModelIdentity? Identity<T>(this IModel<T> model)
        where T : IFeatureRecord<T>
    {
        ArgumentNullException.ThrowIfNull(model);
        return model switch
        {
            IIdentifiedModel { Identity: { } identity } => identity,
            IWrappingModel<T> wrapping => wrapping.Inner.Identity(),
            _ => null,
        };
    }
}
