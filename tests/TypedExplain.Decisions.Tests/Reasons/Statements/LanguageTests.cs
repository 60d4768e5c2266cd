using System.Collections;
using System.Globalization;
using System.Resources;

namespace TypedExplain.Decisions.Tests.Reasons.Statements;

/// <summary>A letter is in the language that was asked for, or there is none.</summary>
public class LanguageTests
{
    private static readonly Dataset<Visitor> s_past = new(Enumerable.Range(0, 40).Select(i => new Visitor(i, i % 7)));

    private static readonly PrincipalReasons<Visitor> s_reasons = new() { Reference = Reference.AllApplicants(s_past), Cutoff = 1e6 };

    private static readonly IModel<Visitor> s_model = Model.From<Visitor>(one => one.Income + one.Years);

    [Fact]
    public void Texts_are_in_the_language_or_the_one_that_lacks_it_is_named()
    {
        Stated<Visitor> stated = Assert.IsType<Stated<Visitor>>(s_reasons.State(s_model, new(0, 0)));
        AutomaticDenial<Visitor> denied = Assert.IsType<AutomaticDenial<Visitor>>((s_reasons with { Rules = [AutomaticDenial.When(VisitorReason.L1, (Visitor one) => one.Income < 1)] }).State(s_model, new(0, 0)));

        Assert.Equal("1. revenus insuffisants\n2. Length of residence\n", stated.ToText(new Language("fr")));
        Assert.Equal("1. revenus insuffisants\n", denied.ToText(new Language("fr")));
        Assert.Contains("L1 of Visitor has no text in the language de", Assert.Throws<InvalidOperationException>(() => stated.ToText(new Language("de"))).Message);
    }

    [Fact]
    public void A_statement_without_a_text_in_the_default_language_is_told_by_its_codes()
    {
        Stated<Visitor> stated = Assert.IsType<Stated<Visitor>>(s_reasons.State(s_model, new(0, 0)));

        Assert.DoesNotContain("revenus", stated.ToJson());
        Assert.Contains("L1", stated.ToString());
        Assert.Equal(stated.ToJson(), ReasonStatement<Visitor>.FromJson(stated.ToJson()).ToJson());
    }

    /// <summary>A language that needs no globalization data.</summary>
    private sealed class Language(string name) : CultureInfo("")
    {
        public override string Name => name;

        public override CultureInfo Parent => InvariantCulture;
    }
}

/// <summary>A record of which one reason has its texts in resources, in French only.</summary>
[FeatureRecord]
public sealed partial record Visitor(
    [Reason("L1", typeof(FrenchTexts), nameof(FrenchTexts.IncomeTooLow))] double Income,
    [Reason("L2", "Length of residence")] int Years);

/// <summary>As a .resx file would give it.</summary>
internal static class FrenchTexts
{
    internal static ResourceManager ResourceManager { get; } = new InMemory();

    internal static string IncomeTooLow => ResourceManager.GetString(nameof(IncomeTooLow), CultureInfo.InvariantCulture) ?? "";

    private sealed class InMemory : ResourceManager
    {
        public override ResourceSet? GetResourceSet(CultureInfo culture, bool createIfNotExists, bool tryParents) => culture.Name == "fr" ? new ResourceSet(new Texts()) : null;
    }

    private sealed class Texts : IResourceReader
    {
        private readonly Dictionary<string, string> _texts = new() { [nameof(IncomeTooLow)] = "revenus insuffisants" };

        public void Close()
        {
        }

        public void Dispose()
        {
        }

        public IDictionaryEnumerator GetEnumerator() => ((IDictionary)_texts).GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
