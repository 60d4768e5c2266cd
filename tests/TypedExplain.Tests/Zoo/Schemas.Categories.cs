#pragma warning disable TEX0117 // The values of a grade fall, and its ranks are those of its declaration all the same.
namespace TypedExplain.Tests.Zoo;

/// <summary>Every way in which a category fills columns.</summary>
[FeatureRecord]
public partial record Encodings(
    [Categorical] Housing OneHot,
    [Categorical(Encoding = CategoryEncoding.Code)] Housing Code,
    [Categorical(Encoding = CategoryEncoding.Binary)] Housing Binary,
    [EncodedAs(0.2, -7, 1e3)] Housing Given,
    [Categorical(Encoding = CategoryEncoding.Binary)] DayOfWeek Day,
    [Categories("a", "b"), Categorical(Encoding = CategoryEncoding.Code)] string Text,
    [Categories("a", "b", "c", "d", "e"), Categorical(Encoding = CategoryEncoding.Binary)] string Five,
    [Categories("x", "y"), EncodedAs(1, 0)] string Swapped);

/// <summary>Categories with one column each, all of them.</summary>
[FeatureRecord]
public partial record CodesOnly([Categorical(Encoding = CategoryEncoding.Code)] Housing A, [Categorical(Encoding = CategoryEncoding.Code)] Grade2 B);

public enum Grade2
{
    Good = 10,
    Bad = -10,
    Ugly = 0,
    Unknown = int.MaxValue,
}

/// <summary>The smallest lists: one category, two as binary digits.</summary>
[FeatureRecord]
public partial record FewCategories(
    [Categorical(Encoding = CategoryEncoding.Binary)] Lonely One,
    [Categorical(Encoding = CategoryEncoding.Code)] Lonely Code,
    [Categorical(Encoding = CategoryEncoding.Binary)] Tiny Two,
    double Real);

/// <summary>Encodings of values that may be missing.</summary>
[FeatureRecord]
public partial record MissingEncodings(
    [Categorical(Encoding = CategoryEncoding.Code)] Housing? Code,
    [Categorical(Encoding = CategoryEncoding.Binary)] DayOfWeek? Binary,
    [EncodedAs(5, 6, 7)] Housing? Given,
    [Categories("", "b")] string Empty);

/// <summary>Encodings inside a record.</summary>
[FeatureRecord]
public partial record Coded(double Before, Encodings Inside, FewCategories? Few);

/// <summary>Every choice of drawing.</summary>
[FeatureRecord]
public partial record Draws(
    [Perturb(DrawMode.Gaussian)] double Normal,
    [Perturb(DrawMode.Gaussian, Scale = 3)] double Wide,
    [Numeric(-3, 5), Perturb(DrawMode.Uniform)] double Uniform,
    [Numeric(1, 6), Perturb(DrawMode.Uniform)] int Die,
    [Perturb(DrawMode.Marginal)] double Marginal,
    [Perturb(DrawMode.Marginal)] int WholeMarginal,
    [Perturb(DrawMode.Fixed)] double Held,
    [Perturb(DrawMode.Fixed)] Housing HeldHousing,
    [Perturb(DrawMode.Fixed)] bool HeldFlag,
    [Perturb(DrawMode.Uniform)] Housing UniformHousing,
    [Perturb(DrawMode.Uniform)] bool Coin,
    [Perturb(DrawMode.Marginal)] Grade MarginalGrade,
    [Perturb(DrawMode.Uniform)] Grade UniformGrade);

/// <summary>Drawing choices inside a record, and times.</summary>
[FeatureRecord]
public partial record DrawsInside(
    Draws Inside,
    [Perturb(DrawMode.Marginal)] DateOnly Day,
    [Numeric(0, 60), MeasuredIn(TimeUnit.Minutes), Perturb(DrawMode.Uniform)] TimeSpan Wait,
    [Perturb(DrawMode.Fixed)] float Held);

/// <summary>A list of many categories.</summary>
[FeatureRecord]
public partial record ManyCategories(
    [Categories("a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l")] string Dozen,
    [Categories("a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l"), Categorical(Encoding = CategoryEncoding.Binary)] string Binary,
    DayOfWeek Day,
    TypeCode Code);
