# Charts: titles, axes, legends.
