namespace TypedExplain.Tests.Zoo;

/// <summary>A law that holds for every schema.</summary>
public interface ILaw
{
    void Check<T>()
        where T : IFeatureRecord<T>;
}

/// <summary>One schema of the zoo.</summary>
public abstract class Animal
{
    /// <summary>All schemas, as theory data.</summary>
    public static TheoryData<Animal> All =>
    [
        new Animal<LoanApplication>(),
        new Animal<Numbers>(),
        new Animal<RangedNumbers>(),
        new Animal<OddRanges>(),
        new Animal<Integers>(),
        new Animal<RangedIntegers>(),
        new Animal<Ranks>(),
        new Animal<Times>(),
        new Animal<Household>(),
        new Animal<Address>(),
        new Animal<Spot>(),
        new Animal<Texts>(),
        new Animal<Ignoring>(),
        new Animal<Annotated>(),
        new Animal<Mutable>(),
        new Animal<Point>(),
        new Animal<House>(),
        new Animal<Mixed>(),
        new Animal<Flags>(),
        new Animal<Single>(),
        new Animal<Enums>(),
        new Animal<@class>(),
        new Animal<Outer.Inner.Nested>(),
    ];

    public abstract void Obeys(ILaw law);
}

public sealed class Animal<T> : Animal
    where T : IFeatureRecord<T>
{
    public override void Obeys(ILaw law) => law.Check<T>();

    public override string ToString() => typeof(T).Name;
}
