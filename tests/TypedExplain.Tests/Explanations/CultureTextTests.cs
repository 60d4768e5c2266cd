using System.Globalization;
using TypedExplain.Tests.Support;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Explanations;

/// <summary>A text is in one culture: no number in it is written as another one would.</summary>
public class CultureTextTests
{
    private static readonly Dataset<LoanApplication> s_loans = Loans.Load();
    private static readonly IModel<LoanApplication> s_model = Model.From<LoanApplication>(loan => Loans.Score(loan) - 0.9);

    // A decimal separator, a separator of thousands and a sign that stand nowhere else in these texts.
    private static readonly CultureInfo s_own = new("")
    {
        NumberFormat = new NumberFormatInfo { NumberDecimalSeparator = "·", NumberGroupSeparator = "’", NegativeSign = "~", PositiveSign = "+" },
    };

    // As de-DE has it; the tests also run where the system knows no cultures.
    private static readonly CultureInfo s_german = new("") { NumberFormat = new NumberFormatInfo { NumberDecimalSeparator = ",", NumberGroupSeparator = "." } };

    [Fact]
    public void German()
    {
        string text = new KernelShap<LoanApplication> { Background = s_loans }.Values(s_model, s_loans[0]).ToString(s_german);
        Assert.StartsWith("score of LoanApplication is -0,130, +0,022 from the base value -0,152 by KernelSHAP\n", text, StringComparison.Ordinal);
        Assert.Contains("23.204    -0,061", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_number_of_an_explanation_is_in_the_culture()
    {
        GaussianNeighborhood<LoanApplication> around = new() { Background = s_loans, Samples = 100 };
        Same(new Lime<LoanApplication> { Neighborhood = around, Seed = 7 });
        Same(new Linex<LoanApplication> { Neighborhood = around, Seed = 7, Redraws = 1, Environments = 3 });
        Same(new Lime<LoanApplication> { Neighborhood = new BinnedNeighborhood<LoanApplication> { Background = s_loans, Samples = 100 }, Seed = 7 });
        Same(new PermutationShap<LoanApplication> { Background = s_loans, Permutations = 3 });
    }

    [Fact]
    public void Every_number_of_contributions_is_in_the_culture()
    {
        ShapValues<LoanApplication> values = new KernelShap<LoanApplication> { Background = s_loans, ExactUpTo = 0, Samples = 8 }.Values(s_model, s_loans[0]);
        Assert.Equal(Translated(values.ToString()), values.ToString(s_own));
    }

    private static void Same(IExplainer<LoanApplication> explainer)
    {
        Explanation<LoanApplication> explanation = explainer.Explain(s_model, s_loans[0]);
        Assert.Equal(Translated(explanation.ToString()), explanation.ToString(s_own));
    }

    /// <summary>A text of the invariant culture with the separators and signs of the other one; a hyphen within a word stays.</summary>
    private static string Translated(string text)
    {
        char[] letters = text.ToCharArray();
        for (int i = 1; i < letters.Length - 1; i++)
        {
            if (text[i] is '.' or ',' && char.IsAsciiDigit(text[i - 1]) && char.IsAsciiDigit(text[i + 1]))
                letters[i] = text[i] == '.' ? '·' : '’';
            else if (text[i] == '-' && char.IsAsciiDigit(text[i + 1]) && !char.IsAsciiLetter(text[i - 1]))
                letters[i] = '~';
            else if (text[i] == '-' && text[i - 1] == 'E')
                letters[i] = '~';
        }

        return new(letters);
    }
}
