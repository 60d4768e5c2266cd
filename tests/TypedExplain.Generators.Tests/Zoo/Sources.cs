namespace TypedExplain.Generators.Tests.Zoo;

/// <summary>Records of every supported shape. Each test of what must hold for all records runs over these.</summary>
internal static partial class Sources
{
    public const string LoanApplication = """
        using TypedExplain;

        namespace Shop;

        /// <summary>How the applicant lives.</summary>
        public enum Housing
        {
            /// <summary>As a tenant.</summary>
            Rent,

            /// <summary>In a house of their own.</summary>
            Own,

            /// <summary>In a house that is not paid off.</summary>
            Mortgage,
        }

        /// <summary>One loan application, as the credit model sees it.</summary>
        /// <param name="Age">Age of the applicant.</param>
        /// <param name="AnnualIncome">Income before tax.</param>
        /// <param name="Housing">How the applicant lives.</param>
        /// <param name="HasDefaulted">Whether a loan was ever not paid back.</param>
        [FeatureRecord]
        public sealed partial record LoanApplication(
            [Numeric(18, 100, Unit = "years"), OnlyIncreases] int Age,
            [Numeric(0, 500_000)] double AnnualIncome,
            [Categorical] Housing Housing,
            [Immutable] bool HasDefaulted);
        """;

    public const string StructWithProperties = """
        using TypedExplain;

        [FeatureRecord]
        internal partial struct Flower
        {
            [Numeric(0, 30, Unit = "cm")]
            public required double PetalLength { get; init; }

            [Numeric(0, double.PositiveInfinity, Unit = "cm")]
            public double PetalWidth { get; set; }

            public readonly double PetalArea => PetalLength * PetalWidth;
        }
        """;

    public const string NestedKeywordUnicode = """
        using TypedExplain;

        namespace @event.Größen;

        internal partial interface Outer
        {
            internal static partial class @class
            {
                public enum @enum : byte { @default = 7, Ähnlich = 3, @new = 7, record = 0 }

                [FeatureRecord]
                public readonly partial record struct @record(@enum @int, [property: Immutable] bool Größe, @enum 年齢)
                {
                    public int field { get; init; }
                    public int vector { get; init; }
                    public int columns { get; init; }
                }
            }
        }
        """;

    public const string AllNumbers = """
        using TypedExplain;

        namespace Zoo;

        [FeatureRecord]
        internal sealed partial record AllNumbers
        {
            public double Double { get; init; }
            [Numeric(-0.1, 1e300)] public double RangedDouble { get; init; }
            [Numeric(double.NegativeInfinity, 0, Unit = "°C")] public double HalfDouble { get; init; }
            [Numeric(Unit = "\"<m&m>\"\n")] public double UnitAlone { get; init; }
            public float Float { get; init; }
            [Numeric(0.1, double.MaxValue)] public float RangedFloat { get; init; }
            public decimal Decimal { get; init; }
            [Numeric(0.01, 1e28, Unit = "EUR"), OnlyDecreases] public decimal RangedDecimal { get; init; }
            public int Int { get; init; }
            [Numeric(-0.5, 9.99)] public int RangedInt { get; init; }
            public long Long { get; init; }
            [Numeric(1, 9e15)] public long RangedLong { get; init; }
        }
        """;

    public const string PropertiesAndRequired = """
        using System.Diagnostics.CodeAnalysis;
        using TypedExplain;

        [FeatureRecord]
        internal partial record Mixed(double First, int Second)
        {
            public required bool Third { get; init; }
            public required int Second { get; init; } = Second;
            public double Fourth { get; private set; }
            public double Computed => First * Second;
            public double ComputedOnce { get; } = First * Second;
            public static int Static { get; set; }
            [NotAFeature] internal int Internal { get; set; }
            public int this[int index] => index;

            public Mixed(double first) : this(first, 0) { }
        }

        [FeatureRecord]
        internal partial record SetsRequired
        {
            [SetsRequiredMembers]
            public SetsRequired(int a) => A = a;

            public required int A { get; init; }
            [NotAFeature] public required string Name = "";
        }
        """;

    public const string Classes = """
        using System;
        using TypedExplain;

        namespace Zoo;

        [FeatureRecord]
        internal partial class WithPrimaryConstructor([Numeric(0, 1)] double share, in bool sure)
        {
            public double Share { get; } = share;
            public bool Sure => _sure;
            private readonly bool _sure = sure;
        }

        [FeatureRecord]
        internal sealed partial class WithConstructors : IComparable<WithConstructors>
        {
            public WithConstructors(int height) => Height = height;
            public WithConstructors(string text) => Height = text.Length;
            [OnlyIncreases] public int Height { get; }
            public int Width { get; set; }
            public int CompareTo(WithConstructors? other) => 0;
        }

        [FeatureRecord]
        internal readonly partial struct WithStructConstructor
        {
            public WithStructConstructor(int height) => Height = height;
            public int Height { get; }
        }

        [FeatureRecord]
        internal partial class WithPrivateConstructor
        {
            private WithPrivateConstructor() { }
            public DayOfWeek Day { get; private set; }
        }
        """;

    public const string SeveralEnums = """
        using System;
        using TypedExplain;

        namespace One { internal enum Kind { [Obsolete] A, B } internal class Box<T> { public enum Kind : ulong { Only = ulong.MaxValue } } }

        namespace Two
        {
            internal enum Kind { Y = -1, X = -2 }

            [FeatureRecord]
            internal partial record struct Several(Kind Own, One.Kind Other, Kind Again, One.Box<int>.Kind Boxed, [property: Obsolete("Use Own.")] bool Old = true);
        }
        """;

    public const string PartsAndTwins = """
        namespace Zoo
        {
            partial record Parts { public double B { get; init; } }
            [TypedExplain.FeatureRecord] partial record Parts(double C) { public double A { get; init; } }
            [TypedExplain.FeatureRecord] partial record PARTS(double C);
        }

        namespace zoo
        {
            [TypedExplain.FeatureRecord] partial record Parts(double C);
        }
        """;

    public const string NamesNearGeneratedOnes = """
        namespace Zoo;

        [global::TypedExplain.FeatureRecord]
        internal partial record Loan(
            int Loan_, int Value, int vector, int record, System System, LoanCategories Categories, Loans All);

        internal enum System { TypedExplain, global }

        internal enum LoanCategories { PositionOf, value, feature }

        internal enum Loans { Only }

        internal enum TypedExplain { }
        """;

    /// <summary>All of the above, by name.</summary>
    public static TheoryData<string> Names { get; } = [.. All.Keys];

    public static string Get(string name) => All[name];

    public static Dictionary<string, string> All => new()
    {
        [nameof(LoanApplication)] = LoanApplication,
        [nameof(StructWithProperties)] = StructWithProperties,
        [nameof(NestedKeywordUnicode)] = NestedKeywordUnicode,
        [nameof(AllNumbers)] = AllNumbers,
        [nameof(PropertiesAndRequired)] = PropertiesAndRequired,
        [nameof(Classes)] = Classes,
        [nameof(SeveralEnums)] = SeveralEnums,
        [nameof(PartsAndTwins)] = PartsAndTwins,
        [nameof(NamesNearGeneratedOnes)] = NamesNearGeneratedOnes,
    };

    public const string MissingArraysScalesCodes = """
        using System;
        using System.Collections.Immutable;
        using TypedExplain;
        namespace Clinic;

        public enum Ward { Surgery = 10, Medicine = 20, Intensive = 30 }

        [FeatureRecord]
        public partial record Place([Numeric(-90, 90)] double Latitude, double Longitude);

        /// <summary>One visit.</summary>
        [FeatureRecord]
        public partial record Visit(
            [Numeric(0, 1e6, Unit = "EUR"), LogScale] decimal? Bill,
            [Numeric(0, 24, Unit = "h"), Cyclic] float Hour,
            [Categorical(Encoding = CategoryEncoding.Binary)] Ward? Ward,
            [EncodedAs(0.2, 0.9), Categories("walk", "ambulance")] string? Arrival,
            [ArrayLength(12), Perturb(DrawMode.Gaussian, Scale = 0.5)] double[] Signal,
            [ArrayLength(3), Perturb(DrawMode.Fixed)] ImmutableArray<byte>? Scores,
            Place? Home,
            [Cyclic] DayOfWeek Day);
        """;

    public const string GenericDerived = """
        using TypedExplain;
        namespace Shop;

        public enum Size { Small, Large }

        public abstract record Document([Numeric(0, 10)] int Pages, Size Size);

        [FeatureRecord]
        public sealed partial record Order<TTag>(int Pages, double Price, Size Size, [NotAFeature] TTag Tag) : Document(Pages, Size)
            where TTag : struct, System.IComparable<TTag>;
        """;

    public const string TextsAndImages = """
        using System;
        using TypedExplain;
        namespace Shop;

        /// <summary>An offer, as buyers see it.</summary>
        /// <param name="Title">What is offered.</param>
        [FeatureRecord]
        public sealed partial record Listing(
            [Text, ShownAs("title")] string Title,
            [Numeric(0, 1e6, Unit = "EUR")] double Price,
            [Image(28, 28)] ReadOnlyMemory<float> Photo,
            [Image(8, 8, 3)] ReadOnlyMemory<byte> Thumbnail,
            bool IsNew);
        """;
}
