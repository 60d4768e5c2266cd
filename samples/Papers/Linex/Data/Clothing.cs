namespace Papers;

/// <summary>The classes of Fashion-MNIST, by their numbers.</summary>
public enum Clothing
{
    TShirt,
    Trouser,
    Pullover,
    Dress,
    Coat,
    Sandal,
    Shirt,
    Sneaker,
    Bag,
    AnkleBoot,
}
