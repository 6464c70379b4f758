# What the customer sees and what stays hidden, labour and money: names and meanings of figures.
