using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace TypedExplain.Hosting.Settings;

/// <summary>Reads options from a section. What it does not know is an error by name, so that no misspelt option passes for its default.</summary>
internal static class SectionBinding
{
    private static readonly (string Key, string[] Names)[] s_words =
    [
        (nameof(ExplanationServiceOptions.Method), Enum.GetNames<ExplanationMethod>()),
        (nameof(ExplanationServiceOptions.ProtectedValues), Enum.GetNames<ProtectedValues>()),
        ("Contributions:Method", Enum.GetNames<ContributionMethod>()),
        ("Decision:Favorable", Enum.GetNames<Decisions.FavorableOutcome>()),
    ];

    /// <summary>Sets the options that a section has.</summary>
    /// <exception cref="OptionsValidationException">It has what no option is, or a value of another kind.</exception>
    public static void Bind(IConfigurationSection section, string name, ExplanationServiceOptions options)
    {
        if (!section.Exists())
            throw Invalid($"The configuration has no section {section.Path}; name the one that has the options, or call AddExplainer without a section for the defaults.");
        foreach ((string key, string[] names) in s_words)
        {
            if (section[key] is { } word && !names.Contains(word, StringComparer.OrdinalIgnoreCase))
                throw Invalid($"{section.Path}:{key} is \"{Errors.VisibleText.Name(word)}\"; it must be one of {string.Join(", ", names)}.");
        }

        try
        {
            section.Bind(options, binder => binder.ErrorOnUnknownConfiguration = true);
        }
        catch (InvalidOperationException error)
        {
            throw Invalid($"{section.Path} cannot be read: {error.Message}");
        }

        OptionsValidationException Invalid(string fault) => new(name, typeof(ExplanationServiceOptions), [fault]);
    }
}
