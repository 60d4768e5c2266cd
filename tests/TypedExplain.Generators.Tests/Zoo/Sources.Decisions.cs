namespace TypedExplain.Generators.Tests.Zoo;

internal static partial class Sources
{
    public const string ReasonsAndLinks = """
        using System.Resources;
        using TypedExplain;
        namespace Bank;

        public enum Housing { Rent, Own, Mortgage }

        internal static class Texts
        {
            internal static ResourceManager ResourceManager { get; } = new("Bank.Texts", typeof(Texts).Assembly);
            internal static string NoEmployer => ResourceManager.GetString("NoEmployer")!;
        }

        [FeatureRecord]
        public partial record Job(
            [OnlyIncreases, Step(1, AtMost = 2), Reason("J1", "Length of employment", When = Adverse.Low)] byte Years,
            [NoReason("It is an internal code.")] int? Sector);

        /// <summary>One applicant, with all that a decision about them needs.</summary>
        [FeatureRecord]
        public partial record Applicant(
            [Numeric(18, 100), Immutable, MovesWith(nameof(Stay)), MovesWith(nameof(HasLoan), Factor = -0.5), NoReason("The lender gives no reason that is an age.")] double Age,
            [Numeric(0, 60), OnlyIncreases, Step(1, AtMost = 3), Cost(4), Reason("R01", "Length of residence <months>", When = Adverse.Low)] int Stay,
            [Numeric(0, 1e6), Step(1000), Reason("R02", "Income insufficient for amount of credit requested", When = Adverse.Low), Reason("R-03", "Income & amount do not match", When = Adverse.High)] double Income,
            [Within(nameof(Accounts)), Reason("class", "Number of accounts in arrears")] byte Late,
            [Reason("4", "Number of accounts", When = Adverse.High)] byte Accounts,
            [OnlyDecreases, Cost(2), Reason("R05", "Delinquent past obligations", When = Adverse.True)] bool HasLoan,
            [Reason("R06", "Temporary residence", For = [nameof(Housing.Rent)]), Reason("R02", "Income insufficient for amount of credit requested", For = ["Own", "Mortgage"])] Housing Housing,
            [Reason("R07", typeof(Texts), nameof(Texts.NoEmployer), When = Adverse.Missing)] Job? Job,
            [Protected] bool Female,
            [Text] string Note);
        """;

    /// <summary>The type of the package for decisions that the analyzers know by name.</summary>
    public const string Recourse = """
        namespace TypedExplain.Decisions;

        public sealed class Recourse<T> where T : TypedExplain.IFeatureRecord<T> { public int MaxQueries { get; init; } }
        """;

    /// <summary>What the package for decisions has that returns something: its methods by their names, without what they do.</summary>
    public const string Decisions = """
        using System.Collections.Immutable;
        using System.Threading.Tasks;
        namespace TypedExplain.Decisions;

        public class ReasonStatement<T> where T : IFeatureRecord<T>;
        public class RecourseOutcome<T> where T : IFeatureRecord<T>;
        public class RecourseAudit<T> where T : IFeatureRecord<T>;
        public class RecoursePlan<T> where T : IFeatureRecord<T>;
        public class FeatureResponsiveness<T> where T : IFeatureRecord<T>;

        public class ReasonReport<T> where T : IFeatureRecord<T>
        {
            public static ReasonReport<T> Of(PrincipalReasons<T> reasons, IModel<T> model) => null!;
        }

        public class PrincipalReasons<T> where T : IFeatureRecord<T>
        {
            public ReasonStatement<T> State(IModel<T> model, T one) => null!;
            public RowOutcomes<ReasonStatement<T>> StateMany(IModel<T> model, T[] many) => null!;
        }

        public class Recourse<T> where T : IFeatureRecord<T>
        {
            public RecourseOutcome<T> Find(IModel<T> model, T one) => null!;
            public ValueTask<RecourseOutcome<T>> FindAsync(IModel<T> model, T one) => default;
            public RecoursePlan<T> Plan(IModel<T> model, T one) => null!;
            public ImmutableArray<FeatureResponsiveness<T>> Responsiveness(IModel<T> model, T one) => default;
        }

        public class RecourseAction<T> where T : IFeatureRecord<T>
        {
            public double ShareHeldBy(IModel<T> model) => 0;
        }

        public static class Extensions
        {
            extension(Receipt)
            {
                public static Receipt<T> Of<T>(RecourseOutcome<T> outcome, IModel<T> model) where T : IFeatureRecord<T> => null!;
                public static Receipt<T> Of<T>(ReasonStatement<T> statement, IModel<T> model) where T : IFeatureRecord<T> => null!;
            }

            public static RecourseAudit<T> Audit<T>(this Recourse<T> recourse, IModel<T> model) where T : IFeatureRecord<T> => null!;
            public static ReplayOutcome Replay<T>(this Receipt<T> receipt, IModel<T> model, Recourse<T> recourse) where T : IFeatureRecord<T> => null!;
            public static RecourseOutcome<T>? ReadRecourse<T>(this Receipt<T> receipt) where T : IFeatureRecord<T> => null;
        }
        """;

    public const string ReasonsOfGenerics = """
        using TypedExplain;
        namespace Zoo;

        [FeatureRecord]
        internal partial record Pair<T>([Reason("Code", "One")] int Code, [NotAFeature] T Tag);

        [FeatureRecord]
        internal partial record Pair<T, TOther>([Reason("value__", "One")] int Code, [NotAFeature] T Tag, [NotAFeature] TOther Other) where TOther : struct;

        [FeatureRecord]
        internal partial record Pair([Reason("a b", "One")] int reason);

        static class Use
        {
            internal static (PairReason, PairReason1, PairReason2) Of<T, TOther>(Reason<Pair> one, Reason<Pair<T>> two, Reason<Pair<T, TOther>> three) where TOther : struct => (one.Code, two.Code, three.Code);
        }
        """;
}
