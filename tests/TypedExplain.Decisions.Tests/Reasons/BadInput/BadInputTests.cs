using System.Globalization;
using TypedExplain.Decisions.Tests.Reasons.Support;

namespace TypedExplain.Decisions.Tests.Reasons.BadInput;

/// <summary>Everything that cannot be right is refused with its name, its value and what to do.</summary>
public class BadInputTests
{
    [Fact]
    public void References()
    {
        Says<InvalidOptionException>("cutoff of the reference is NaN", () => Reference.AtCutoff(Applicants.Past, double.NaN, 1));
        Says<InvalidOptionException>("band of the reference is -1", () => Reference.AtCutoff(Applicants.Past, 600, -1));
        Says<InvalidOptionException>("band of the reference is NaN", () => Reference.AtCutoff(Applicants.Past, 600, double.NaN));
        Says<InvalidDatasetException>("the nearest better one is", () => new PrincipalReasons<Applicant> { Reference = Reference.AtCutoff(Applicants.Past, 640.00001, 0) }.State(Applicants.Score, Applicants.Poor));
        Says<InvalidDatasetException>("none of them has a better one", () => new PrincipalReasons<Applicant> { Reference = Reference.AtCutoff(Applicants.Past, 1e6, 100) }.State(Applicants.Score, Applicants.Poor));
    }

    [Fact]
    public void The_band_that_an_empty_reference_names_has_somebody()
    {
        string message = Assert.Throws<InvalidDatasetException>(() => new PrincipalReasons<Applicant> { Reference = Reference.AtCutoff(Applicants.Past, 640.00001, 0) }.State(Applicants.Score, Applicants.Poor)).Message;
        double band = double.Parse(message.Split("a band of ")[1].Split(' ')[0], CultureInfo.InvariantCulture);

        Assert.Equal(1, Assert.IsType<Stated<Applicant>>((Applicants.Reasons with { Reference = Reference.AtCutoff(Applicants.Past, 640.00001, band * 1.0001), MaxReasons = 1 }).State(Applicants.Score, Applicants.Poor)).Reference.Count);
    }

    [Fact]
    public void Few_people_are_a_warning()
    {
        PrincipalReasons<Applicant> reasons = Applicants.AgainstAll with { Reference = Reference.AllApplicants(new Dataset<Applicant>(Applicants.Past.Rows.Take(29))), MaxReasons = 1 };

        Assert.Contains("the reference has 29 people", Assert.Single(Assert.IsType<Stated<Applicant>>(reasons.State(Applicants.Score, Applicants.Poor)).Warnings));
    }

    [Fact]
    public void Options()
    {
        Refuses("MaxReasons of principal reasons is 0", Applicants.Reasons with { MaxReasons = 0 });
        Refuses("Confidence of principal reasons is 1", Applicants.Reasons with { Confidence = 1 });
        Refuses("Confidence of principal reasons is NaN", Applicants.Reasons with { Confidence = double.NaN });
        Refuses("RoundingBand of principal reasons is -1", Applicants.Reasons with { RoundingBand = -1 });
        Refuses("Cutoff of principal reasons is NaN", Applicants.Reasons with { Cutoff = double.NaN });
        Refuses("leave Cutoff out", Applicants.Reasons with { Cutoff = 641 });
        Refuses("Cutoff of principal reasons is not given", Applicants.AgainstAll with { Cutoff = null });
        Refuses("MaxQueries of principal reasons is 0", Applicants.Reasons with { MaxQueries = 0 });
        Refuses("Favorable of principal reasons is 7", Applicants.Reasons with { Favorable = (FavorableOutcome)7 });
        Refuses("Rules of principal reasons", Applicants.Reasons with { Rules = [null!] });
        Refuses("Reference of principal reasons", Applicants.Reasons with { Reference = null! });
        Refuses("both given", Applicants.Reasons with { Linear = new Lime<Applicant>(), Explainer = new TreeShap<Applicant>() });
    }

    [Fact]
    public void Codes_of_another_enum()
    {
        Says<InvalidOptionException>("no reason of Applicant", () => AutomaticDenial.When(Lives.Rents, (Applicant one) => one.HasDefaulted));
        Says<InvalidOptionException>("no reason of Applicant", () => AutomaticDenial.When((ApplicantReason)99, (Applicant one) => one.HasDefaulted));
    }

    [Fact]
    public void Models_records_and_people()
    {
        IModel<Applicant> two = Model.From<Applicant>(["yes", "no"], (one, scores) => scores.Clear());

        Says<InvalidModelException>("2 outputs", () => Applicants.Reasons.State(two, Applicants.Poor));
        Says<InvalidModelException>("NaN", () => Applicants.Reasons.State(Model.From<Applicant>(_ => double.NaN), Applicants.Poor));
        Says<InvalidFeatureException>("YearsEmployed", () => Applicants.Reasons.State(Applicants.Score, Applicants.Poor with { YearsEmployed = 51 }));
        Says<InvalidOptionException>("Reasonless states no reasons", () => new PrincipalReasons<Reasonless> { Reference = Reference.AllApplicants(new Dataset<Reasonless>([new(1)])), Cutoff = 1 }.State(Model.From<Reasonless>(one => one.Size), new(0)));
    }

    [Fact]
    public void A_person_of_many_who_cannot_be_explained_costs_only_their_own_statement()
    {
        RowOutcomes<ReasonStatement<Applicant>> outcomes = Applicants.Reasons.StateMany(Applicants.Score, [Applicants.Poor, Applicants.Poor with { YearsEmployed = 51 }]);

        Assert.IsType<Explained<ReasonStatement<Applicant>>>(outcomes[0]);
        Assert.Contains("YearsEmployed", Assert.IsType<Failed<ReasonStatement<Applicant>>>(outcomes[1]).Error.Message);
    }

    [Fact]
    public void Work_that_is_ended_early()
    {
        using CancellationTokenSource end = new();
        end.Cancel();

        Assert.Throws<OperationCanceledException>(() => Applicants.Reasons.State(Applicants.Score, Applicants.Poor, end.Token));
    }

    private static void Refuses(string said, PrincipalReasons<Applicant> reasons) => Says<InvalidOptionException>(said, () => reasons.State(Applicants.Score, Applicants.Poor));

    private static void Says<TError>(string said, Action act)
        where TError : Exception => Assert.Contains(said, Assert.Throws<TError>(act).Message);
}

/// <summary>A record without a reason.</summary>
[FeatureRecord]
public sealed partial record Reasonless([Numeric(0, 1)] double Size);
